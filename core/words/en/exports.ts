/** What exports and calendars say. */
export default {
  'exports.amount': '{whole}.{fraction}',
  'exports.balance': 'Balance',
  'exports.bill': 'Bill',
  'exports.calendar':
    'What repeats is here for good{dates, select, none {} other {; dates that no calendar rule can say, until {dates}}}' +
    '{cards, select, none {} other {; payments of cards, until {cards}}}.',
  'exports.card_payment': 'Card payment',
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
