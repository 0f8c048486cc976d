/** Asking a plan: sentences with fields in them, their answers, and what proves these. */
export default {
  'ask.about': 'What to ask',
  'ask.about.afford': 'Afford',
  'ask.about.aside': 'Set aside',
  'ask.about.debts': 'Pay off debts',
  'ask.about.loss': 'Income stops',
  'ask.about.move': 'Move due dates',
  'ask.about.rise': 'Bill rises',
  'ask.about.save': 'Save',
  'ask.add': 'Add it to the plan',
  'ask.added': '“{name}” is in the plan.',
  'ask.afford.amount': 'How much it costs',
  'ask.afford.asked': 'Can I afford {amount} on {day}?',
  'ask.afford.below_anyway': 'On {day} you are below your floor without it too, with {amount}.',
  'ask.afford.below_before': 'Before that you are below your floor as it is: on {day}, with {amount}.',
  'ask.afford.below_later': 'But on {day} only {amount} would be left because of it, less than your floor.',
  'ask.afford.called': 'What it is called',
  'ask.afford.day': 'The day on which it is paid',
  'ask.afford.day_before': 'Paid a day sooner, on {paid}, it would leave {amount} on {day}.',
  'ask.afford.earliest': 'The earliest day for it is {day}; then {amount} is left on the lowest day, {low}.',
  'ask.afford.most': 'On that day {most} would do. With {more}, {day} would be below your floor.',
  'ask.afford.name': 'Purchase',
  'ask.afford.never': 'There is no day for it until {day}.',
  'ask.afford.no': '{no}: on {day} {amount} would be left, {short} less than {floor, select, zero {zero} other {your floor of {floor}}}.',
  'ask.afford.spend_less':
    '{paydays, plural, one {For it to work on {on}, spend {amount} less of the payday until then.} other {For it to work on {on}, ' +
    'spend {amount} less of each of the # paydays until then.}}',
  'ask.afford.spend_less_larger':
    'For it to work on {on}, spend {amount} less after {larger, plural, one {the larger payday} other {each of the # larger paydays}} ' +
    'until then, and nothing of the {rest} that {smaller, plural, one {the smaller one brings} other {the # smaller ones bring}}.',
  'ask.afford.title': 'With the purchase, on {day}',
  'ask.afford.what_if': 'With a purchase',
  'ask.afford.without': 'Without it, {amount} is missing on that day already.',
  'ask.afford.yes':
    '{yes}: on the lowest day after it, {day}, {amount} is left{spare, select, none {} other {, {spare} above your floor}}' +
    '{sooner, select, today {; it would do today already} none {; no earlier day would do} ' +
    'some {; the earliest day for it is {earliest}} other {}}.',
  'ask.aside.asked': 'What must I set aside of each income for {target}{day, select, none {} other { by {day}}}?',
  'ask.aside.below': 'With that, {amount} would be left on {low}, less than your floor.',
  'ask.aside.covered': 'Nothing more: by {day} it is there.',
  'ask.aside.day': 'The day by which it is to be there',
  'ask.aside.held': '{day} holds back more, with {amount}{because, select, none {} other { {because}}}.',
  'ask.aside.level':
    '{amount} of {incomes, plural, one {the one income} other {each of the # incomes}} ' +
    '{since, select, none {} other {from {since} }}until {day} comes to the {missing} that are ' +
    'missing.',
  'ask.aside.level_larger':
    '{amount} of {larger, plural, one {one income} other {each of # incomes}} ' +
    '{since, select, none {} other {from {since} }}until {day}, with {rest, select, none {nothing free} ' +
    'other {the {rest} that are free}} of the other {smaller, plural, one {one} other {#}}, comes to the {missing} that are missing.',
  'ask.aside.no_income': 'What comes in until {day} and is not set aside for something else is less than the {missing} that are missing.',
  'ask.aside.no_path': 'The most that keeps your floor until then is {most}.',
  'ask.aside.none': 'This plan has no bill with a date and no goal yet.',
  'ask.aside.nothing': 'Nothing can be set aside: on {day} you are below your floor as it is, with {amount}.',
  'ask.aside.path': 'The most even way that keeps your floor{from, select, none {} other { from {from} on}}:',
  'ask.aside.target': 'What it is for',
  'ask.aside.what_if': 'With more set aside',
  'ask.because': 'That day is low {because}.',
  'ask.below_before':
    '{pay, select, none {Until then you are below your floor as it is: on {day}, with {amount}.} other {Before your pay of {pay} you ' +
    'are below your floor whatever you put away: on {day}, with {amount}.}}',
  'ask.close': 'Close',
  'ask.debts.amount': 'How much more is paid on debts each month',
  'ask.debts.asked': 'In which order should I pay off my debts, with {amount} more each month?',
  'ask.debts.asked_one': 'When is {name} paid off, with {amount} more each month?',
  'ask.debts.below': 'With it only {amount} is left on {day}, less than your floor.',
  'ask.debts.below_before': 'Before the first payment of more you are below your floor as it is: on {day}, with {amount}.',
  'ask.debts.best':
    '{count, plural, one {{more, select, planned {As it is planned, {first} is paid off on {day}} level {Where its payment stays ' +
    'as high as it is now, {first} is paid off on {day}} other {With {extra} more a month, {first} is paid off on {day}}}} other {Pay ' +
    '{first} off first, then {others}: nothing is owed from {day} on}}, and it ' +
    'costs {interest} of interest{saved, select, none {} never {; as it is planned, it never ends} other {, {saved} less than as ' +
    'it is planned}}.',
  'ask.debts.failed': 'That can’t be worked out here. Reload the page and ask again.',
  'ask.debts.free': 'Paid off',
  'ask.debts.interest': 'Interest',
  'ask.debts.last_day': '{isPaid, select, true {{name}: {day}, {interest}} other {{name}: {day}}}',
  'ask.debts.left_out':
    '{why, select, paid_in_full {Left out, since a card whose statements are paid in full bears no interest: {names}.} other {Left ' +
    'out, since more is charged to it, so that it has no last day: {names}.}}',
  'ask.debts.month_interest':
    'A month’s interest of a loan is a twelfth of its yearly rate on what is owed when it is paid; a card’s counts each day.',
  'ask.debts.monthly':
    'From {from} on {total} a month in all: what the plan pays already, and {extra} more, on the payment day of the debt it goes ' +
    'to.{count, plural, one {} other { What one debt needs no more goes on to the next.}}',
  'ask.debts.monthly_pay': 'Each month',
  'ask.debts.months': '{months, plural, one {in a month} other {in # months}}',
  'ask.debts.never': 'With that, some debt is owed for as long as this plan looks ahead. Try more each month.',
  'ask.debts.none': 'This plan has no debts to put in order.',
  'ask.debts.not_paid_off': 'never',
  'ask.debts.order': 'Order',
  'ask.debts.order.avalanche': 'Highest rate first',
  'ask.debts.order.best': 'Least interest',
  'ask.debts.order.snowball': 'Smallest first',
  'ask.debts.planned': 'As it is planned',
  'ask.debts.transfer': 'Extra to {name}',
  'ask.debts.tried':
    '{every, select, true {{count, plural, one {There is only one order.} =2 {Both orders were tried.} ' +
    'other {All # orders were tried.}}} other {{count} ' +
    'orders were tried: no debt put elsewhere makes it better.}}',
  'ask.debts.what_if': 'With debts paid off',
  'ask.debts.with_more': '{more, select, level {As much as now} other {{extra} more}}',
  'ask.in_plan': 'That is in the plan now. Change the question to ask again.',
  'ask.keys': 'Ctrl+K',
  'ask.loss.asked': 'What if {income} does not come from {from} on, {length}{to, select, none {} other { {to}}}?',
  'ask.loss.for_good': 'for good',
  'ask.loss.from': 'The first day without it',
  'ask.loss.income': 'Which income',
  'ask.loss.length': 'For a while or for good',
  'ask.loss.none': 'This plan has no income with a date yet.',
  'ask.loss.to': 'The last day without it',
  'ask.loss.until': 'until',
  'ask.loss.what_if': 'Without {name}',
  'ask.move.all': 'Take all',
  'ask.move.asked': 'Which due dates should I move, from {from} on, to stay above my floor until {until}?',
  'ask.move.because': '{day} is low {because}.',
  'ask.move.below_before': 'Before {from} you are below your floor whatever you move: on {day}, with {amount}.',
  'ask.move.copied': 'Copied',
  'ask.move.copy': 'Copy a text',
  'ask.move.copy_for': 'Copy a text for {name}',
  'ask.move.count': '{count, plural, one {one bill} other {# bills}}',
  'ask.move.day': '{day, selectordinal, =31 {last day} one {#st} two {#nd} few {#rd} other {#th}}',
  'ask.move.fewer':
    '{count, plural, one {With only one of all bills moved, the lowest day comes to {amount} at most.} other {With only # of all ' +
    'bills moved, the lowest day comes to {amount} at most.}}',
  'ask.move.found': 'Move {count}: then {amount} is left on the lowest day, {day}, instead of {before} on {low}.',
  'ask.move.from': 'The first day on which a payment may be on another day',
  'ask.move.holds':
    'None: {from, select, none {until} other {from {from} until}} {until} you stay above your floor. ' +
    '{amount} is left on the lowest day, {day}.',
  'ask.move.letter':
    'Hello, I pay you {amount} on the {from} of each month. Please let me pay on the {to} of each month instead, for the first ' +
    'time on {first}. Thank you.',
  'ask.move.name': 'Moved due dates',
  'ask.move.never': 'No move helps: {amount} is left on {day}, {short} less than your floor.',
  'ask.move.none': 'Take none',
  'ask.move.not_proven': 'There are too many bills and days to try them all: fewer moves may do.',
  'ask.move.row': '{name}, {amount}: from the {from} to the {to} of each month, first on {first} instead of {date}.',
  'ask.move.short':
    'No moves keep your floor. The most that they can do: move {count}, and {amount} is left on {day} instead of {before}, ' +
    '{short} less than your floor.',
  'ask.move.stays':
    '{why, select, once {Due once, so it stays where it is: {names}.} rhythm {Not due once a month on a day of its own, so it ' +
    'stays where it is: {names}.} account {Paid from another account, so it stays where it is: {names}.} spread {Leaves over the ' +
    'days, so it stays as it is: {names}.} other {Has no date left that could still be moved: {names}.}}',
  'ask.move.until': 'The last day on which the floor has to hold',
  'ask.move.what_if': 'With moved due dates',
  'ask.move.without': 'Without this one, {amount} would be left on {day}.',
  'ask.no': 'No',
  'ask.open': 'Ask…',
  'ask.open_hint': 'Ask what this plan can bear',
  'ask.proof': 'Why',
  'ask.rise.amount': 'What it costs then',
  'ask.rise.asked': 'What if {bill} costs {amount} from {day} on?',
  'ask.rise.bill': 'Which bill',
  'ask.rise.day': 'From which day on',
  'ask.rise.none': 'This plan has no bill with a date yet.',
  'ask.rise.same': '{name} costs that already: write what it would cost.',
  'ask.rise.what_if': '{name} rises',
  'ask.save.also': 'That is on top of what your rules set aside of income already.',
  'ask.save.asked': 'How much of each income can I put away until {day}, as {kind}?',
  'ask.save.below_already': 'Nothing: on {day} the plan is below your floor already, with {amount}.',
  'ask.save.day': 'The last day until which it has to last',
  'ask.save.fails': 'With {more}, {day} would be below your floor, with {amount} left.',
  'ask.save.fixed': 'an amount',
  'ask.save.income': 'More is not free of any income.',
  'ask.save.kind': 'An amount or a percent',
  'ask.save.most':
    '{amount} of {incomes, plural, one {the one income} other {each of the # incomes}} {since, select, none {} other {from {since} ' +
    '}}until then: {total} together.',
  'ask.save.most_larger':
    '{amount} of {larger, plural, one {one income} other {each of # incomes}} {since, select, none {} other {from {since} }}until ' +
    'then; the other {smaller, plural, one {one has} other {# together have}} {rest, select, none {nothing} other {only {rest}}} ' +
    'free: {total} in all.',
  'ask.save.name': 'Savings',
  'ask.save.no_payday': 'No income comes until then.',
  'ask.save.nothing': 'Nothing, without going below your floor.',
  'ask.save.nothing_free': 'Nothing: all that comes in until then is set aside for something else.',
  'ask.save.percent': 'a percent',
  'ask.save.percents': 'All of each income is spoken for then.',
  'ask.save.rules': 'With {more}, what else is set aside of an income would get less.',
  'ask.save.what_if': 'With savings',
  'ask.then':
    'Then the lowest point of the next {days, plural, one {day} other {# days}} is {amount} on {day}, {change, select, lower {{by} ' +
    'lower} higher {{by} higher} other {as low as now}}.',
  'ask.then.end':
    'Until {day}, a year from now, it comes to {change, select, lower {{by} less} higher {{by} more} other {the same}} in all' +
    '{accounts, plural, =0 {} other {, with what is on other accounts and owed there}}.',
  'ask.then.title': 'Lowest point',
  'ask.title': 'Ask',
  'ask.tried': '“{name}” is a copy of “{of}” with this change. The plan itself stays as it is.',
  'ask.try': 'Try it in a copy',
  'ask.whole_day': 'Write a whole date: day, month and year.',
  'ask.write_amount': 'Write an amount, and the answer stands here.',
  'ask.yes': 'Yes',
}
