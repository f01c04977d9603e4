import en from "natural/lib/natural/util/stopwords.js";
import es from "natural/lib/natural/util/stopwords_es.js";
import fr from "natural/lib/natural/util/stopwords_fr.js";
import id from "natural/lib/natural/util/stopwords_id.js";
import it from "natural/lib/natural/util/stopwords_it.js";
import nl from "natural/lib/natural/util/stopwords_nl.js";
import no from "natural/lib/natural/util/stopwords_no.js";
import pl from "natural/lib/natural/util/stopwords_pl.js";
import pt from "natural/lib/natural/util/stopwords_pt.js";
import ru from "natural/lib/natural/util/stopwords_ru.js";
import sv from "natural/lib/natural/util/stopwords_sv.js";
import uk from "natural/lib/natural/util/stopwords_uk.js";

/** natural's English list stops at "yourselves"; these function words of scholarly prose are missing from it. */
const MORE_ENGLISH = `i not no nor however although though thus hence therefore moreover furthermore whereas whether
  within without via per upon among amongst across along around toward towards throughout against during onto
  it's don't doesn't didn't can't couldn't isn't aren't wasn't weren't won't wouldn't shouldn't hasn't haven't hadn't
  let's that's there's we're we've i'm you're they're does done doing been being having shall may
  both either neither every everything something nothing anything each several various many few fewer less least
  such thereby therein whereby wherein whose than then hereby herein yet ever even just rather quite almost already
  often usually typically mainly mostly especially particularly namely respectively
  e.g i.e eg ie etc et al vs versus one ones one's two three four five six seven eight nine ten first second third
  using use used uses based due according given state-of-the-art`;

/** Own lists where natural has none or a very short one. */
const OWN: Readonly<Record<string, string>> = {
  es: `es son fue fueron ser sido está están este esta estos estas esa esos esas aquel aquella entre según mediante
    cada todo toda todos todas otros otras otra unos unas ante bajo tras ha han había hay así si solo sólo tanto cuyo
    cuya cuales dicho dicha través además mayor menor puede pueden partir tiene tienen le les nos nuestro nuestra e u`,
  fr: `entre afin ainsi lors chez donc dont plus moins comme si tout tous toute toutes autre autres selon sous vers
    très être été était peut peuvent cependant car aussi deux non ni puis depuis après avant pendant aujourd'hui permet permettent permettant ceux celle celles`,
  pt: `é são foi foram ser sido está estão este esta através cada todo toda todos todas outros outras outro outra sobre
    sob segundo pode podem tem têm há deste desta destes destas neste nesta dessa desse ainda assim além bem onde cujo`,
  it: `è sono stato stata essere tra fra inoltre così attraverso ogni può possono dopo prima solo sia questo questa`,
  nl: `tussen worden wordt werden hebben naar zoals deze welke elk elke alleen tevens waarbij hierbij`,
  de: `der die das den dem des ein eine einer eines einem einen und oder aber auch als am an auf aus bei bis bzw da
    dabei dadurch dafür damit dann daran darauf daraus darin darüber dass daß dazu denen deren dessen dies diese dieser
    dieses diesem diesen doch durch einige er es für gegen hat haben hatte hier ihr ihre ihrer ihren im in indem ins
    ist ja jede jeder jedes jedoch kann können könnte man mehr mit mittels muss müssen nach nicht noch nur ob ohne
    sehr sein seine seiner seit sich sie sind so solche sollen sowie sowohl über um unter vom von vor während war
    waren was weitere welche welcher welches wenn werden wie wird wir wobei wurde wurden zeigt zu zum zur zwei zwischen`,
  da: `og i jeg det at en den til er som på de med han af for ikke der var sig men et har om vi min havde hun nu over
    da fra du ud sin dem os op man hans hvor eller hvad skal her alle vil blev kunne ind når være dog noget efter ned
    skulle denne mellem også blive bliver disse hvis meget samt ved`,
  fi: `ja on ei että se hän oli ovat kuin mutta tai myös joka jotka sekä voidaan tämä tässä tämän olla ole kun niin
    mitä jossa joita sen ne niiden näiden olivat ollut kanssa mukaan välillä`,
  tr: `ve bir bu için ile olarak da de daha olan en çok gibi kadar sonra ise veya her ne ancak göre üzerinde arasında
    tarafından bunun olduğu edilmiştir yapılan elde etmek olup hem ya ki değil içinde`,
  cs: `a v se na je že s z o k i do pro by ale za jako jsou které který která nebo tak po při jeho což jsem byl byla
    bylo byly od podle mezi také ve ze tento tato toto jejich být více než pouze`,
  ca: `el la els les de del dels i a en un una uns unes per amb que és són no més com al als ha han aquest aquesta
    aquests aquestes entre seva seu seus seves també o sobre mitjançant`,
  ro: `și de la în cu pe din că nu este sunt au care pentru prin mai sau al ale ca se un o dintre între după fost
    această acest acestei`,
  hu: `a az és hogy nem is egy de ez volt csak meg mint el ha már vagy valamint amely ezek azok között által lehet`,
  el: `και το η ο οι τα των του της την τον στο στη στην στον με για από που είναι να σε ως θα δεν ένα μια αυτό αυτή
    κατά μετά μεταξύ`,
  ar: `في من على إلى عن مع أن التي الذي هذا هذه ما لا كان كانت قد بين أو ثم كما حيث ذلك تم خلال`,
  fa: `از با به برای و در که این آن است را می ها های یک بر تا شد شده بود باشد نیز هر بین مورد`,
};

const NATURAL = { en, es, fr, id, it, nl, no, pl, pt, ru, sv, uk };

/** Lower case words without digits and signs; single Latin letters stay content ("vitamin d"), but for a and i. */
function plain(words: readonly string[], language: string): string[] {
  return words.filter(
    (w) => /^\p{L}/u.test(w) && (language !== "en" || w.length > 1 || w === "a" || w === "i"),
  );
}

/** The stop words of each language (ISO 639-1), lower case. English first. */
export const STOP_WORDS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  [...new Set(["en", ...Object.keys(NATURAL), ...Object.keys(OWN)])].map((language) => {
    const own = language === "en" ? MORE_ENGLISH : (OWN[language] ?? "");
    const shipped = NATURAL[language as keyof typeof NATURAL]?.words ?? [];
    return [language, new Set([...plain(shipped, language), ...own.trim().split(/\s+/)].filter(Boolean))];
  }),
);

/** Chinese and Japanese function characters: words do not run across them. */
export const CJK_FUNCTION = new Set(
  "的了和与與及并並等之或被把是在也都而且其这這那该該此以于於由从從将將我们們他她它很就又还還着吗呢吧啊嘛",
);

/** Two-character function words of Chinese abstracts. */
export const CJK_STOP = new Set(
  "本文 通过 通過 进行 進行 提出 基于 可以 一种 一種 具有 采用 採用 使用 利用 为了 對於 对于 因此 但是 同时 不同 没有 结果 表明 研究 本研 然而 所以 如何 一个 一個".split(
    " ",
  ),
);
