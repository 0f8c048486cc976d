/** The calendar and its days. */
export default {
  'calendar.add': 'Add a bill or an income',
  'calendar.add_on': 'Add on {date}',
  'calendar.aside': '{way, select, into {Set aside} other {From set aside}}',
  'calendar.balance_begins': "This plan's balance begins on {date}.",
  'calendar.begins': 'As the day begins',
  'calendar.begins_later':
    'This plan begins on {day}. What came and was paid before is in its balance, and stands here as far as it is noted.',
  'calendar.begins_within': 'What came and was paid before is in the balance of that day, and stands here as far as it is noted.',
  'calendar.bring_back': 'Bring back',
  'calendar.bring_back_of': 'Bring {name} back',
  'calendar.chip.fate':
    '{state, select, settled {{collection, select, incomes {came in} transfers {moved} accounts {card payment, paid} other {paid}}} ' +
    'other {{collection, select, incomes {comes in} transfers {to move} accounts {card payment} other {to pay}}}}' +
    '{state, select, past {, before this plan begins} other {}}',
  'calendar.chip.fate_overdue': '{fate}, {overdue}',
  'calendar.chip.hint': '{name}, {amount} {fate}',
  'calendar.chip.label': '{name} {brief}: {amount} {fate}',
  'calendar.chosen': 'The chosen day',
  'calendar.day': '{date}{payments, plural, =0 {} one {, # payment} other {, # payments}}',
  'calendar.day.ends': '{day}, ends with {amount}{level, select, fine {} other {, {how}}}',
  'calendar.done.amount': '{name} on {date} has an amount of its own now.',
  'calendar.done.amount_from': '{name} has another amount from {date} on.',
  'calendar.done.moved': '{name} is on {date} now, and all later ones with it.',
  'calendar.drag.how': 'Press Space to move this payment to another day, Enter for more.',
  'calendar.drag.keys':
    'A payment can be dragged to another day. By keys: Space lifts it, arrows carry it, Space puts it down; Enter says more.',
  'calendar.drag.lifted': '{name} is lifted. Arrow keys move it from day to day, Space puts it down, Escape puts it back.',
  'calendar.drag.put_down': '{name} is put down on {date}.',
  'calendar.drag.stays': '{name} stays where it was.',
  'calendar.ends': 'At the end of the day',
  'calendar.everyday': 'Everyday',
  'calendar.everyday.left': '{amount} left',
  'calendar.everyday.spent': '{amount} spent',
  'calendar.keys': 'From day to day: arrow keys; to another month: Page Up and Page Down; to what the day holds: Enter.',
  'calendar.month_after': 'The month after',
  'calendar.month_before': 'The month before',
  'calendar.more': 'and {more} more',
  'calendar.move': 'Move {name} to {date}',
  'calendar.move.later': 'This and all later ones',
  'calendar.move.lead': 'It repeats. This one was planned for {date}.',
  'calendar.move.leave': 'Leave it where it was',
  'calendar.move.this': 'Only this one',
  'calendar.nothing': 'Nothing is planned on this day.',
  'calendar.overdue': '{overdue, select, late {Late: it has not come yet.} other {Missing: it has not come.}}',
  'calendar.overdue.short': '{overdue, select, late {late} other {missing}}',
  'calendar.payment': '{date}{state, select, past {. Before this plan begins, so it does not count.} other {}}',
  'calendar.payment.all': 'All its dates',
  'calendar.payment.amount': "This one's amount",
  'calendar.payment.day': 'This one on',
  'calendar.payment.later': 'this one and all later ones',
  'calendar.payment.moved': '{date}, by its rule {place}{state, select, past {. Before this plan begins, so it does not count.} other {}}',
  'calendar.payment.open': 'It is open',
  'calendar.payment.paid': '{collection, select, incomes {It has come in} transfers {It is made} other {It is paid}}',
  'calendar.payment.scope': 'Another day or amount is for',
  'calendar.payment.skip': 'Skip this one',
  'calendar.payment.this': 'only this one',
  'calendar.payment.spread': 'It leaves day by day, from {date} to {last}.',
  'calendar.planned': 'planned{differs, select, day {} other { {amount}}}{differs, select, amount {} other { on {day}}}',
  'calendar.predicted': 'predicted',
  'calendar.skipped': 'skipped',
  'calendar.sums':
    '{from, select, first {} other {From {from} on, }}{comes} comes in{on, select, several { on the main account} other {}} and {goes} ' +
    'goes out{moves, select, out {, {moved} goes to other accounts} in {, {moved} comes from other ' +
    'accounts} other {}}{pots, select, fill {, {aside} more is set aside than taken out} empty {, {aside} more ' +
    'is taken out of what is set aside than put there} other {}}. ' +
    'Lowest is {lowest} on {date}{level, select, fine {} other {, {how}}}{hasPots, select, ' +
    'yes {: {inPots}} other {}}.',
  'calendar.today': 'Today',
  'calendar.whole': 'Balances here are without cents, rounded down. The chosen day has the exact one.',
}
