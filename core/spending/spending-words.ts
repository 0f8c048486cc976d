/** What a payee's words say of what everyday money goes for. Only words that hardly mislead; all else is the rest. */
import { categoryOf } from '../prediction/categories.ts'
import { readPayee, textOf } from '../prediction/payees.ts'

export const spendingCategories = ['groceries', 'fuel', 'eating_out', 'rest'] as const
export type SpendingCategory = (typeof spendingCategories)[number]

const words: [SpendingCategory, string][] = [
  [
    'groceries',
    'GROCERY GROCERIES GROCER LEBENSMITTEL SUPERMARKET SUPERMARKT SUPERMARCHE SUPERMERCADO MARKET FOODS BAKERY BACKEREI BAECKEREI ' +
      'BOULANGERIE BUTCHER METZGEREI ALDI LIDL REWE EDEKA KAUFLAND PENNY NETTO TESCO ' +
      'SAINSBURY SAINSBURYS ASDA MORRISONS WAITROSE WALMART KROGER SAFEWAY PUBLIX COSTCO WEGMANS MEIJER ALBERTSONS CARREFOUR AUCHAN ' +
      'LECLERC INTERMARCHE MONOPRIX MERCADONA CONAD ESSELUNGA COOP MIGROS SPAR BILLA HOFER ALBERT JUMBO ICA BIEDRONKA',
  ],
  [
    'fuel',
    'FUEL TANKEN BENZIN GASOLINE PETROL TANKSTELLE SHELL ESSO ARAL CHEVRON EXXON EXXONMOBIL TEXACO VALERO SUNOCO CITGO SPEEDWAY ' +
      'TOTALENERGIES REPSOL CEPSA AGIP OMV LUKOIL JET CIRCLEK WAWA GULF CHARGEPOINT IONITY',
  ],
  [
    'eating_out',
    'RESTAURANT RESTAURANTE RISTORANTE RESTAURACE CAFE COFFEE KAFFEE BISTRO BRASSERIE TRATTORIA PIZZERIA PIZZA SUSHI KEBAB DONER ' +
      'BURGER GRILL DINER PUB BAR TAVERN STARBUCKS MCDONALD MCDONALDS SUBWAY CHIPOTLE WENDYS ' +
      'KFC DOMINOS TACO EATING DINING GEHEN AUSWARTS DUNKIN PANERA COSTA PRET GREGGS DELIVEROO LIEFERANDO DOORDASH GRUBHUB UBEREATS ' +
      'JUSTEAT WOLT',
  ],
]
const table = new Map(words.flatMap(([category, list]) => list.split(' ').map((word) => [word, category] as const)))
const categories = new Map<string, SpendingCategory>()
/** Texts come again and again; so many are kept as they were read. */
const most_texts = 20_000

/** Of a payment at the bank, by the first of its words that says one. What a bill's words say (power, insurance) is the rest. */
export function spendingCategoryOf(payment: { payee: string; memo: string }): SpendingCategory {
  const text = textOf(payment)
  const known = categories.get(text)
  if (known !== undefined) return known
  const found = everydayKindOf(readPayee(text).key) ?? 'rest'
  if (categories.size >= most_texts) categories.clear()
  categories.set(text, found)
  return found
}

/** What a payee's key says that everyday money goes for; null: nothing, or that it is paid as a bill. */
export const everydayKindOf = (key: string): SpendingCategory | null =>
  categoryOf(key, 'out') === null ? (key.split(' ').flatMap((word) => table.get(word) ?? [])[0] ?? null) : null

/** Who was paid, as far as the bank says it. */
export const nameOfPayee = ({ payee, memo }: { payee: string; memo: string }): string => payee || memo

/** What a bank prints where it names nobody: payments under it have nothing to do with each other. */
export const bankWords = new Set(
  (
    'UNNAMED TRANSFER TRANSFERS PAYMENT PAYMENTS DEBIT CREDIT ACH SEPA WIRE CASH CHECK CHEQUE DEPOSIT WITHDRAWAL ATM INCOMING OUTGOING ' +
    'ONLINE MOBILE BANK UEBERWEISUNG UBERWEISUNG GUTSCHRIFT LASTSCHRIFT EINZAHLUNG AUSZAHLUNG ZAHLUNG DAUERAUFTRAG'
  ).split(' '),
)
