/** Words of pictures, tours and presenting. */
export const words = {
  picture: {
    menu: "Picture…",
    menuHint: "SVG, PNG, PDF",
    title: "Save a picture of this view",
    format: "Format",
    formats: {
      svg: "SVG, to edit further",
      png: "PNG, for slides and pages",
      pdf: "PDF, for print and posters",
    },
    scale: "Size",
    times: (scale: number, width: number, height: number) => `${scale} × (${width} × ${height})`,
    theme: "Colours",
    light: "Light",
    dark: "Dark",
    parts: "With",
    part: {
      background: "background",
      labels: "labels",
      legend: "legend",
      title: "title",
      smallPrint: "parameters",
    },
    save: "Save",
    close: "Close",
    failed: "The picture could not be made:",
    saved: "Picture saved",
  },
} as const;
