/**
 * Characters that show nothing when they stand alone: spaces and controls, what Unicode calls ignorable (zero-width
 * spaces and joiners, soft hyphens, Hangul fillers, variation selectors, tags, direction marks), marks that combine with
 * a letter before them, and two signs that are drawn as nothing, the empty Braille pattern and the null notehead.
 */
const nothingToSee =
  /^[\p{White_Space}\p{Z}\p{Cc}\p{Cf}\p{Cs}\p{M}\p{Default_Ignorable_Code_Point}\p{Noncharacter_Code_Point}\u2800\u{1d159}]*$/u

/** Whether nobody would see anything of a text. The one rule for names of people, tokens, plans, rows, pots and categories. */
export function isBlank(text: string): boolean {
  const first = text.charCodeAt(0)
  // A plain character to begin with answers at once.
  return first > 32 && first < 127 ? false : nothingToSee.test(text)
}
