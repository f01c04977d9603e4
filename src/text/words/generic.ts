/**
 * Words of scholarly prose that no phrase worth naming begins, ends or holds: reporting verbs, praise, quantity.
 * General to all fields; nothing here is the subject of a discipline.
 */
const WEAK = `able composed compose composes down back up brief nice going conclude concludes promote promotes accordingly according achieve achieved achieves achieving acquired added adding additional address
  addressed addresses addressing adopt adopted advance advanced advances advancing affect affected
  affecting aid aim aimed aiming aims allow allowed allowing allows alternative amount analyze analyzed
  analyse analysed analyzing answer appear appears applied apply applying appropriate approximately argue
  argued art article ask assess assessed assessing associated assume assumed attempt attempts author
  authors available avoid based basic become becomes began beginning behave believe benefit benefits best
  better big bring brings build building builds built call called capable capture captured captures
  capturing carefully case cases cause caused causes causing certain challenge challenged challenges
  challenging change changed changes changing chapter choice choices choose choosing chosen claim claims
  clear clearly close closely code codes combine combined combines combining come comes common commonly
  compare compared compares comparing comparable competitive complete completely complex comprehensive
  conduct conducted conclude concluded conclusion conclusions consequently consider considerable
  considerably considered considering considers consist consisting consists contain contained containing
  contains contribute contributes contribution contributions conventional correct corresponding cost costs
  create created creates creating crucial current currently date day days deal dealing degree demonstrate
  demonstrated demonstrates demonstrating depend depending depends derive derived derives describe
  described describes describing description design designed designing desirable desired despite detail
  detailed details determine determined determines determining develop developed developing development
  developments differ difference differences different difficult difficulties difficulty directly discover
  discovered discuss discussed discusses discussing discussion due earlier early easily easy effect
  effective effectively effectiveness effects efficacy efficient efficiently effort efforts employ employed
  employing employs enable enabled enables enabling end enhance enhanced enhances enhancing ensure ensures
  entire especially essential establish established estimate estimated evaluate evaluated evaluates
  evaluating evidence exact examine examined examines examining example examples excellent exhibit exhibits
  exist existing exists expect expected experience experiences experiment experimental experimentally
  experiments explain explained explaining explains explore explored explores exploring exploit exploited
  exploiting exploits extend extended extending extends extensive extensively extent extract extracted
  extracting face fact fail fails fast faster feature-rich find finding findings finds fit focus focused
  focuses focusing follow followed following follows form forms formulate formulated found framework-based
  frequent frequently full fully fundamental furthermore future gain gains general generally generate
  generated generates generating give given gives giving goal goals good great greater greatly group-based
  grow growing growth guide hand handle handling hard help helpful helping helps high-quality higher
  highest highlight highlighted highlights highly hold holds hope hours huge idea ideas identified
  identifies identify identifying illustrate illustrated impact impacts implement implementation
  implemented implementing implications importance important importantly impressive improve improved
  improvement improvements improves improving include included includes including inclusion incorporate
  incorporated incorporates incorporating increase increased increases increasing increasingly indicate
  indicated indicates indicating individually inspired insight insights instance instances integrate
  integrated integrating interest interested interesting interestingly introduce introduced introduces
  introducing introduction investigate investigated investigates investigating investigation involve
  involved involves involving issue issues item keep key kind kinds know known lack large larger largely
  largest last later latter lead leading leads led less let level-based leverage leveraged leverages
  leveraging lies light-weight like likely limit limitation limitations limited limits little long longer
  look lot low-cost lower lowest made main maintain maintaining major make makes making manner match mean-
  while meaning means meet mentioned method-based million minimal mitigate modern months motivated
  motivation multiple naturally near nearly necessary need needed needs new newly next notable notably note
  novel novelty number numbers numerous observe observed observes obtain obtained obtaining obtains occur
  occurs offer offering offers open-source opportunities opportunity optimal order original originally
  outcome outperform outperformed outperforming outperforms outstanding overcome overcomes overview paper
  papers part participate particular parts past people perform performance performances performed
  performing performs perspective perspectives place play played plays point points popular popularity pose
  poses possibilities possibility possible possibly potential potentially powerful practical practically
  practice practices precise precisely preliminary present presentation presented presenting presents
  preserve preserving prevent previous previously primarily primary prior probably problem-solving
  procedure produce produced produces producing project projects promise promising proper properly propose
  proposed proposes proposing prove proved proven proves provide provided provides providing publicly
  publish published purpose purposes put question questions quickly raise range rapid rapidly rarely reach
  reached read real realize realistic reason reasonable reasons recent recently reduce reduced reduces
  reducing reduction refer referred regarded regarding related relative relatively relevant reliable rely
  relies remain remained remaining remains remarkable remarkably repeated replace report reported reports
  represent represented represents require required requirement requirements requires requiring research
  researcher researchers respective result resulted resulting results return reveal revealed revealing
  reveals review reviewed reviews rich role roles run running same satisfactory save scenario scenarios
  section see seek seem seems seen select selected separate series serve serves set sets several severe
  shed short show showed showing shown shows side significant significantly similar similarly simple
  simpler simplicity simply simultaneous simultaneously single situation situations size sizes slightly
  small smaller solely solution solutions solve solved solves solving sometimes special specific
  specifically standard start started starting state stated states statistically step steps still strategy-
  based strength strengths strong stronger strongly studied studies study studying subject subjects
  subsequent subsequently substantial substantially succeed success successful successfully suffer
  suffering suffers sufficient suggest suggested suggesting suggests suitable summarize summarized summary
  superior superiority support supported supporting supports surpass surpasses surpassing surprisingly
  survey table tackle tackled tackling take taken takes taking target-based task-related technique-based
  tend term terms test tested testing tests thank think thing things thorough thoroughly thought thousands
  time-consuming times tool-based top total towards traditional traditionally treat tried true try trying
  turn type types typical ultimately understand understanding understood unfortunately unique unlike
  unprecedented useful usefulness user-friendly usual usually utility utilize utilized utilizes utilizing
  utilization valid validate validated valuable value values variety vast verified verify version versions
  view want way ways weakness well-known whole wide widely widespread win work worked working works world-
  wide worse worst written year years yield yielded yielding yields aforementioned underlying overall
  various wherein thereby addition state-of-the-art kind-of publicly-available real-world baselines
  baseline art-performance corresponds respectively presence absence relation-based gap gaps considerations
  consideration attention-grabbing ability abilities advantage advantages disadvantage disadvantages
  drawback drawbacks capability capabilities publication publications literature keywords abstract journal
  conference proceedings workshop copyright lastly finally firstly secondly thirdly moreover today nowadays
  meanwhile instead away toward mind spite whereas onto consistently consistent accurate accurately fair
  easy-to-use comparison comparisons aspect aspects attention-based-method factor factors respect regard
  concern concerns concerned definition property-based properties proof proofs theorem theorems lemma show-
  case showcase showcases
  one us will once together named removing boost boosts accelerate accelerates directions progress counterparts
  counterpart vanilla decrease decreases decreased additionally manually release released defined recorded construct
  constructed constructing utilisation predict predicting classify combination`;

/**
 * Nouns of any field: part of many a good phrase ("climate change", "question answering"), but no phrase by
 * themselves, nor together with each other ("large number", "experimental results").
 */
const ALONE = `drop drops deeper wider shallower express trade-off trade-offs count counts benchmark benchmarks layer layers block blocks variant variants generation processing construction content objective
  classifier label labels candidate candidates mapping relationship team categories collection scheme average list
  regime speed paradigm connections family integration identification interpretation adaptation selection pairs
  ability abilities abstract addition advances advantage amount answer answers art article aspect aspects
  attempt baseline baselines benefits capability cause causes capture case cases challenge challenges
  change changes chapter choice code codes comparison concern concerns conference contribution
  contributions cost costs day days definition degree depth design designs detail details development
  developments difference differences difficulty discussion drawback effect effectiveness effects effort
  efforts end estimate evaluation evidence example examples experience experiences experiment experimental
  experiments extraction face fact factor factors finding findings fit focus form forms fundamental future
  gain gains game-changer gap gaps general goal goals growth hand handling help high history hold hours
  idea ideas impact impacts implementation importance improvement improvements increase information input
  inputs insight insights instance instances interest issue issues item items journal keywords kind kinds
  lack last lead level levels light limit limitation limitations limits line literature long main major
  making meaning means million mind minimal modern modeling modelling motivation multiple need needs news
  number numbers opportunity opportunities optimal order outcome outcomes output outputs overview paper
  papers part parts people performance person perspective perspectives place play point points popularity
  possibility potential power practice practices precise presence presentation prior problem problems
  procedure procedures process processes production product products project projects proof proofs
  properties property purpose question questions range reach reading real reason reasons reduction relation
  relations related relative report reports representation representations research requirement
  requirements result results return review reviews rich role roles run running same sample samples
  scenario scenarios section selected sense series set sets setting settings shape shared show side simple
  single situation situations size sizes small solution solutions source sources specific standard start
  state states status step steps strategies strategy strength strong structure structures study studies
  subject subjects success support survey surveys table target task tasks technique techniques technology
  technologies term terms test testing tests theorem theorems theory thing things time times tool tools top
  total treatment true turn type types understanding unit units use user users utility value values variety
  version view views way ways weakness whole work working works world written year years algorithm
  algorithms analyses analysis application applications approach approaches architecture architectures
  behavior behaviour behaviors class classes component components computation concept concepts condition
  conditions context contexts control data dataset datasets domain domains element elements feature
  features field fields framework frameworks function functions group groups human humans image images
  individual individuals knowledge learning mechanism mechanisms method methodologies methodology methods
  metric metrics model models module modules network networks object objects operation operations parameter
  parameters pattern patterns quality resource resources response responses scale service services
  simulation simulations software space system systems text training variable variables accuracy efficiency
  interaction interactions activity activities area areas language languages measure measures measurement
  measurements new prediction predictions complexity rate rates region regions community communities
  participants participant student-centered similarity error errors percentage percentages percent percentile
  percentiles magnitude magnitudes`;

/** Words that no phrase ends in, and that say nothing alone: adjectives and quantities that need their noun. */
const NO_END = `adaptive additive automated automatic big binary classical cognitive collaborative common computational
  conditional continuous convolutional critical cross deep dense different digital direct discrete
  distributed diverse dual dynamic economic educational electronic emerging empirical end-to-end
  environmental explicit external extreme few few-shot fine-grained finite formal free generic global
  graphical heterogeneous hierarchical high historical human-centered hybrid implicit independent
  individual industrial inductive infinite informed initial intelligent interactive interdisciplinary
  intermediate internal international joint large large-scale lightweight linear linguistic local logical
  low low-resource manual massive mathematical medical mental minimum maximum mobile modal moderate modular
  molecular multi-modal multi-scale multimodal multilingual multivariate mutual national natural negative
  neural nonlinear non-linear normal numerical old online open optical optimized parallel parametric
  personal physical political positive pre-trained pretrained private probabilistic professional public
  pure quantitative qualitative random rare raw real-time recurrent regional relational remote robust rural
  scalable scientific self-supervised semantic semi-supervised sensitive sequential shallow shared slow
  smart social soft sparse spatial spatio-temporal spatiotemporal stable static statistical stochastic
  strategic structural structured supervised sustainable symbolic symmetric synthetic systematic technical
  temporal textual theoretical thick thin three-dimensional total transparent two-dimensional uncertain
  unified uniform universal unknown unlabeled unsupervised upper urban variable vertical horizontal virtual
  visual vocal weak wireless young zero-shot trained unseen given annotated labeled labelled inspired aware
  driven oriented guided`;

/** The same prose in other languages that papers of an English collection are written in. */
const WEAK_ELSEWHERE = `présente présentent présentons présenté présentée proposons proposé proposée montrons montre
  montrent résultats étude études travail travaux nouvelle nouvelles nouveau nouveaux utilisé utilisée utilisés utilisant
  obtenus permettent cadre ergebnisse beitrag artikel untersucht vorgestellt studie zeigen gezeigt artículo presenta
  presentamos resultados estudio trabajo propone proponemos muestran artigo apresenta trabalho estudo mostram`;

/** Those of them that say nothing of a noun either: "different models", but "medical images". */
const VAGUE = `adaptive additive automated automatic big classical common critical different direct diverse dual emerging
  empirical explicit external extreme few final finite formal free full generic global high hybrid implicit independent
  individual initial intermediate internal joint large large-scale lightweight local low manual massive mathematical
  minimum maximum moderate mutual negative normal numerical old open optimal optimized overall positive potential
  practical precise pre-trained pretrained professional public pure quantitative qualitative random rare raw
  real-time robust scalable scientific sensitive shallow shared simple single slow smart specific stable standard
  static strong structured sustainable systematic technical theoretical thick thin three-dimensional total traditional
  transparent two-dimensional typical uncertain unified uniform universal unknown upper variable weak young trained
  unseen given inspired aware driven oriented guided`;

const vague = new Set(VAGUE.split(/\s+/));
const alone = new Set(ALONE.split(/\s+/));
const weak = new Set(`${WEAK} ${WEAK_ELSEWHERE}`.split(/\s+/).filter((word) => !alone.has(word)));
const noEnd = new Set(NO_END.split(/\s+/));
/** Nouns in -ly and -wise; every other long word in -ly is taken for an adverb. */
const LY_NOUNS =
  /^(?:.*family|.*assembly|anomaly|.*supply|monopoly|oligopoly|reply|elderly|.*fly|italy|sicily|bully|rally|ally|july|belly|jelly)$/;
const ENDS_ADJECTIVE =
  /(?:[^-](?:ous|less|able|ible)|-(?:based|aware|driven|free|level|oriented|guided|specific|related|dependent|efficient|agnostic|type|time|scale|shot|term|dimensional|wise|point|stage|step|task|domain|trained))$/;
const ABLE_NOUNS = /(?:^|-)(?:variable|table|cable|vegetable|timetable|turntable|bible|crucible|disable)$/;

/** Whether phrases stop at this lower case word as they do at a stop word. */
export function isWeak(lower: string): boolean {
  return weak.has(lower) || (lower.length > 4 && lower.endsWith("ly") && !LY_NOUNS.test(lower));
}

/** Whether this lower case word says nothing without another that does. */
export function isEmptyAlone(lower: string): boolean {
  return alone.has(lower) || noEnd.has(lower);
}

/** Whether this lower case word says nothing in a phrase of several words either, unless another word does. */
export function isEmptyInPhrase(lower: string): boolean {
  return alone.has(lower) || vague.has(lower);
}

/** Whether a phrase must not end in this lower case word. */
export function cannotEnd(lower: string): boolean {
  return noEnd.has(lower) || (ENDS_ADJECTIVE.test(lower) && !ABLE_NOUNS.test(lower));
}
