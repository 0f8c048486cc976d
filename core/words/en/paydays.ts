/** Paydays as a table: what each brings, and what it has to carry until the next one. */
export default {
  'paydays.as_begins': 'As {day} begins',
  'paydays.aside_of': 'Set aside from {day} until the next payday',
  'paydays.before': '{day}, until the first payday',
  'paydays.column.aside': 'Set aside',
  'paydays.column.carried': 'Carried over',
  'paydays.column.due': 'Due until the next',
  'paydays.column.lands': 'Lands',
  'paydays.column.left': 'Left',
  'paydays.column.payday': 'Payday',
  'paydays.due_of': 'Due from {day} to {last}',
  'paydays.lands_of': 'Lands on {day}',
  'paydays.left_of': 'Left at the end of {last}',
  'paydays.more': 'Show {more, plural, one {one more} other {# more}}, until {day}',
  'paydays.none': 'No payday is planned until {day}.',
  'paydays.title': 'Paydays',
  'paydays.what': 'Each payday carries what is due until the next one: bills, transfers and payments of cards.',
}
