import java.awt.Color;
import java.io.File;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.*;
import org.gephi.graph.api.*;
import org.gephi.io.exporter.api.ExportController;
import org.gephi.io.importer.api.*;
import org.gephi.io.processor.plugin.DefaultProcessor;
import org.gephi.project.api.*;
import org.gephi.statistics.plugin.*;
import org.openide.util.Lookup;

/**
 * What a user of Gephi does with a map: opens it with the default settings, changes something, exports it again.
 * java -cp TOOLKIT RoundTrip.java map.gexf out.gexf nothing | changes | classes
 *
 * On standard output, a line each: what Gephi's own statistics say beside the map, then what was changed.
 */
public class RoundTrip {
    public static void main(String[] a) throws Exception {
        PrintStream out = System.out;
        System.setErr(new PrintStream(OutputStream.nullOutputStream()));
        java.util.logging.LogManager.getLogManager().reset();
        ProjectController projects = Lookup.getDefault().lookup(ProjectController.class);
        ImportController imports = Lookup.getDefault().lookup(ImportController.class);
        projects.newProject();
        Workspace workspace = projects.getCurrentWorkspace();
        Container container = imports.importFile(new File(a[0]));
        imports.process(container, new DefaultProcessor(), workspace);
        GraphModel model = Lookup.getDefault().lookup(GraphController.class).getGraphModel(workspace);
        Graph graph = model.getGraph();
        out.println("opened " + graph.getNodeCount() + " " + graph.getEdgeCount());
        switch (a[2]) {
            case "changes" -> change(model, out);
            case "classes" -> statistics(model, out);
            default -> { }
        }
        Lookup.getDefault().lookup(ExportController.class).exportFile(new File(a[1]), workspace);
        System.exit(0);
    }

    static Column titled(GraphModel model, String title) {
        for (Column c : model.getNodeTable()) if (title.equals(c.getTitle())) return c;
        throw new IllegalStateException("no column " + title);
    }

    /** Papers in the order of the file: p1, p2 … */
    static List<Node> papers(GraphModel model) {
        List<Node> nodes = new ArrayList<>(Arrays.asList(model.getGraph().getNodes().toArray()));
        nodes.sort(Comparator.comparingInt(n -> Integer.parseInt(n.getId().toString().substring(1))));
        return nodes;
    }

    static void change(GraphModel model, PrintStream out) {
        Column name = titled(model, "topic_name");
        List<Node> nodes = papers(model);
        String to = null, painted = null;
        Map<String, Integer> sizes = new TreeMap<>();
        for (Node n : nodes) if (n.getAttribute(name) != null) sizes.merge(n.getAttribute(name).toString(), 1, Integer::sum);
        for (var e : sizes.entrySet()) if (to == null || e.getValue() > sizes.get(to)) to = e.getKey();
        for (String one : sizes.keySet()) if (!one.equals(to)) painted = one;
        for (int i = 0; i < nodes.size(); i++) {
            Node n = nodes.get(i);
            if (i % 20 == 3) { n.setX(n.x() + 250); n.setY(n.y() - 125); out.println("moved " + n.getId()); }
            if (painted.equals(n.getAttribute(name))) n.setColor(new Color(0xaa, 0x00, 0x11));
            if (i % 25 == 5 && !to.equals(n.getAttribute(name))) { n.setAttribute(name, to); out.println("topic " + n.getId() + " " + to); }
            if (i == 10) { n.setLabel("A title of my own"); out.println("label " + n.getId()); }
        }
        out.println("colour " + painted);
    }

    static void statistics(GraphModel model, PrintStream out) {
        Modularity modularity = new Modularity();
        modularity.setUseWeight(true);
        modularity.setRandom(false);
        modularity.execute(model);
        PageRank rank = new PageRank();
        rank.setDirected(false);
        rank.setUseEdgeWeight(true);
        rank.execute(model);
        for (Node n : papers(model))
            out.println("class " + n.getId() + " " + n.getAttribute(Modularity.MODULARITY_CLASS) + " " + n.getAttribute("pageranks"));
        out.println("modularity " + modularity.getModularity());
    }
}
