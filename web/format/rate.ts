/** Rates of interest as a person reads them. */
import { decimalText } from '../../core/money/money.ts'
import { formatterCache, locale } from './locale.ts'

const rateFormat = formatterCache((language) => new Intl.NumberFormat(language, { numberingSystem: 'latn', maximumFractionDigits: 2 }))

/** Hundredths of a percent as a percent without its sign: 1899 is "18.99". */
export const formatRate = (basis_points: number, language = locale()): string =>
  rateFormat(language).format(decimalText(basis_points, 2) as Intl.StringNumericLiteral)
