/** What LaTeX commands stand for. Accents are combining marks, to be put after their letter. */

const pairs = (table: string): [string, string][] =>
  table
    .trim()
    .split(/\s+/)
    .map((entry) => {
      const at = entry.indexOf("=", 1);
      return [entry.slice(0, at), entry.slice(at + 1)];
    });

export const ACCENTS: ReadonlyMap<string, string> = new Map([
  ["`", "\u0300"],
  ["'", "\u0301"],
  ["^", "\u0302"],
  ["~", "\u0303"],
  ["=", "\u0304"],
  ["u", "\u0306"],
  [".", "\u0307"],
  ['"', "\u0308"],
  ["r", "\u030a"],
  ["H", "\u030b"],
  ["v", "\u030c"],
  ["d", "\u0323"],
  ["c", "\u0327"],
  ["k", "\u0328"],
  ["b", "\u0331"],
  ["t", "\u0361"],
  ["textcommabelow", "\u0326"],
]);

/** Letters: blanks after the command belong to it. */
export const LETTERS: ReadonlyMap<string, string> = new Map(
  pairs(`ss=ß SS=ẞ o=ø O=Ø l=ł L=Ł ae=æ AE=Æ oe=œ OE=Œ aa=å AA=Å i=ı j=ȷ dh=ð DH=Ð th=þ TH=Þ dj=đ DJ=Đ ng=ŋ NG=Ŋ
    textcrd=đ dbar=đ textsci=ɪ textturna=ɐ textschwa=ə`),
);

/** Symbols, Greek letters and words. */
export const COMMANDS: ReadonlyMap<string, string> = new Map([
  ...pairs(`alpha=α beta=β gamma=γ delta=δ epsilon=ϵ varepsilon=ε zeta=ζ eta=η theta=θ vartheta=ϑ iota=ι kappa=κ lambda=λ mu=μ nu=ν
    xi=ξ omicron=ο pi=π varpi=ϖ rho=ρ varrho=ϱ sigma=σ varsigma=ς tau=τ upsilon=υ phi=ϕ varphi=φ chi=χ psi=ψ omega=ω
    Gamma=Γ Delta=Δ Theta=Θ Lambda=Λ Xi=Ξ Pi=Π Sigma=Σ Upsilon=Υ Phi=Φ Psi=Ψ Omega=Ω
    textalpha=α textbeta=β textgamma=γ textdelta=δ textmu=μ textDelta=Δ textOmega=Ω upmu=μ upalpha=α upbeta=β
    times=× div=÷ pm=± mp=∓ cdot=· cdotp=· ast=∗ star=⋆ circ=∘ bullet=• cap=∩ cup=∪ vee=∨ wedge=∧ oplus=⊕ otimes=⊗ odot=⊙ setminus=∖
    leq=≤ le=≤ geq=≥ ge=≥ neq=≠ ne=≠ ll=≪ gg=≫ equiv=≡ approx=≈ sim=∼ simeq=≃ cong=≅ propto=∝ lesssim=≲ gtrsim=≳ leqslant=⩽ geqslant=⩾
    in=∈ notin=∉ ni=∋ subset=⊂ supset=⊃ subseteq=⊆ supseteq=⊇ emptyset=∅ forall=∀ exists=∃ neg=¬ land=∧ lor=∨
    to=→ rightarrow=→ leftarrow=← leftrightarrow=↔ Rightarrow=⇒ Leftarrow=⇐ Leftrightarrow=⇔ longrightarrow=⟶ mapsto=↦ uparrow=↑ downarrow=↓
    infty=∞ partial=∂ nabla=∇ sum=∑ prod=∏ int=∫ oint=∮ surd=√ angle=∠ perp=⊥ parallel=∥ mid=| vert=| Vert=‖ ell=ℓ hbar=ℏ Re=ℜ Im=ℑ aleph=ℵ
    dagger=† ddagger=‡ prime=′ degree=° textdegree=° textmu=μ copyright=© textcopyright=© textregistered=® texttrademark=™
    ldots=… dots=… textellipsis=… cdots=⋯ textendash=– textemdash=— textquoteright=’ textquoteleft=‘ textquotedblleft=“ textquotedblright=”
    textquotesingle=' textquotedbl=" quotedblbase=„ quotesinglbase=‚ guillemotleft=« guillemotright=» guilsinglleft=‹ guilsinglright=›
    textbackslash=\\ textasciitilde=~ textasciicircum=^ textunderscore=_ textbar=| textless=< textgreater=> textdollar=$ textpercent=%
    textbraceleft={ textbraceright=} lbrace={ rbrace=} langle=⟨ rangle=⟩ lfloor=⌊ rfloor=⌋ lceil=⌈ rceil=⌉ textbullet=• textperiodcentered=·
    pounds=£ textsterling=£ euro=€ texteuro=€ EUR=€ textyen=¥ S=§ P=¶ textsection=§ textparagraph=¶ textexclamdown=¡ textquestiondown=¿
    TeX=TeX LaTeX=LaTeX BibTeX=BibTeX lq=‘ rq=’ backslash=\\ colon=: diamond=⋄ triangle=△ square=□ Box=□ top=⊤ bot=⊥ models=⊨ vdash=⊢
    log=log ln=ln exp=exp sin=sin cos=cos tan=tan max=max min=min sup=sup inf=inf lim=lim det=det dim=dim ker=ker gcd=gcd Pr=Pr arg=arg mod=mod
    sun=☉ odot=⊙ textordfeminine=ª textordmasculine=º textonehalf=½ textonequarter=¼ textthreequarters=¾`),
  ["quad", " "],
  ["qquad", " "],
  ["space", " "],
  ["newline", " "],
  ["par", " "],
  ["thinspace", " "],
  ["enspace", " "],
  ["nobreakspace", " "],
]);

/** Formatting: the command goes, what it formats stays. Other unknown commands of letters are treated alike. */
export const SILENT: ReadonlySet<string> = new Set(
  "em it bf sc tt rm sf emph textit textbf textsc texttt textrm textsf textup textsl textnormal mathrm mathbf mathit mathcal mathbb mathsf mathtt mbox hbox text".split(
    " ",
  ),
);

const scripts = (from: string, to: string): ReadonlyMap<string, string> =>
  new Map([...from].map((c, i) => [c, [...to][i]]));

export const SUPERSCRIPTS = scripts("0123456789+-=()nia", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻⁼⁽⁾ⁿⁱᵃ");
export const SUBSCRIPTS = scripts("0123456789+-=()aeioxnkptsm", "₀₁₂₃₄₅₆₇₈₉₊₋₌₍₎ₐₑᵢₒₓₙₖₚₜₛₘ");
