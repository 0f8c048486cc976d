/** What exports and calendars say. */
export default {
  'exports.amount': '{whole}.{fraction}',
  'exports.balance': 'Balance',
  'exports.bill': 'Bill',
  'exports.calendar':
    'What repeats is here for good{dates, select, none {} other {; dates that no calendar rule can say, until {dates}}}' +
    '{cards, select, none {} other {; payments of cards, until {cards}}}.',
  'exports.card_payment': 'Card payment',
  'exports.csv.column':
    '{column, select, date {Date} kind {What} name {Name} category {Category} repeats {Repeats} predicted {Predicted} ' +
    'money_in {Money in} money_out {Money out} into_pot {Into a pot} from_pot {From a pot} available_at_end_of_day ' +
    '{Available at the end of the day} in_pots_at_end_of_day {In pots at the end of the day} other {Currency}}',
  'exports.csv.decimal': '.',
  'exports.csv.ends': '{name} at the end of the day',
  'exports.csv.kind':
    '{kind, select, balance {Balance} opening_pot {Set aside before} set_aside {Set aside} income {Income} bill {Bill} ' +
    'from_pot {From a pot} released {Back from a pot} held {Held for a card} transfer {Transfer} card_payment {Card ' +
    'payment} moved {To an account} interest {Interest} other {yes}}',
  'exports.event': '{name} {amount} {currency}',
  'exports.file': 'plan',
  'exports.held': 'Held for a card: {pot}',
  'exports.income': 'Income',
  'exports.journal': '{name}: the balance ahead from {from} to before {until}, by pyNance Planning',
  'exports.released': 'Back from its pot: {pot}',
  'exports.set_aside': 'Set aside: {pot}',
  'exports.set_aside_before': 'Set aside before: {pot}',
  'exports.transfer': 'Transfer',
}
