/** Everyday spending: asked for, found at the bank, and month by month. */
export default {
  'everyday.also': 'What else comes and goes',
  'everyday.also.changed': 'In your plan at {was}. The latest were between {low} and {high} in eight of ten.',
  'everyday.also.dismissed': '{name} is put aside. It is offered again when it is another sum.',
  'everyday.also.done': '{name} is in your plan.',
  'everyday.also.draw': '{rule}, next on {day}. In eight of ten between {low} and {high}.',
  'everyday.also.follows':
    '{rule}, next on {day}. The more there was, the more was taken, {percent} of each further 100, so the plan has what your balance ' +
    'ahead gives.',
  'everyday.also.income': 'Comes in without a rhythm, told from {weeks} weeks with caution: one large sum counts as a good week.',
  'everyday.also.lead':
    'Nothing in your plan stands for it, and it moves month after month all the same. Planned, your balance ahead counts it.',
  'everyday.also.take': '{press}: {name}, {amount}',
  'everyday.as_planned': 'as planned',
  'everyday.ask': 'About how much leaves in a week for groceries, fuel, eating out?',
  'everyday.ask.add': 'Count it',
  'everyday.ask.decline': 'Not now',
  'everyday.ask.done': '{amount} a week leaves day by day. Your lowest point counts it.',
  'everyday.ask.kinds': 'About how much leaves in a week: {kinds}?',
  'everyday.ask.kinds_why': 'Your plan has nothing for it yet, and your bank’s files hold too little of it to tell.',
  'everyday.ask.why': 'It leaves without a date, a little every day. Without it, the balance ahead is too good.',
  'everyday.assumed': '{amount} as planned',
  'everyday.bill': 'Everyday spending',
  'everyday.bring': 'Bring your bank’s file',
  'everyday.category': 'Everyday',
  'everyday.day': 'Day',
  'everyday.days': 'Day by day',
  'everyday.days_of': '{name} in {month}, day by day',
  'everyday.edge':
    '{than, select, left {More is left than was planned here: {amount} was planned for days of the same period in another month and ' +
    'not spent there.} other {{amount} {than, select, less {less} other {more}} than planned in a period that is partly in another ' +
    'month, not counted here.}}',
  'everyday.found': 'Everyday spending',
  'everyday.found.a_week': 'a week',
  'everyday.found.beside':
    'Your plan has the bill “{name}” ({amount} each time) for this already, so it is not planned with the rest. Planned as well, both ' +
    'count.',
  'everyday.found.change': 'In your plan at {was}.',
  'everyday.found.change_from': 'In your plan at {was}, from {account}. That becomes this.',
  'everyday.found.done': 'Everyday spending is in your plan: {amount} a week.',
  'everyday.found.general': 'You count {was} a week for all of it. That becomes “everything else”.',
  'everyday.found.general_goes': 'You count {was} a week for all of it. What you take here stands in its place.',
  'everyday.found.general_on': 'You count {was} a week for all of it, from {account}. What is planned here takes its place.',
  'everyday.found.in_plan': 'In your plan.',
  'everyday.found.lead':
    'What left without a date in {weeks, plural, one {the last week} other {the last # weeks}}, until {last}: about {amount} in a ' +
    'usual week{all, select, none {.} other {; in all {all} left.}} Even a very large purchase counts only like one expensive week.',
  'everyday.found.left_out':
    '{count, plural, one {# payment} other {# payments}} to {account}, {amount} in all, {count, plural, one {is} other {are}} left ' +
    'out: that only moves between your accounts.',
  'everyday.found.left_out_unknown':
    '{count, plural, one {# payment} other {# payments}} {kind, select, card {to a card} loan {to a loan} other {to savings}}, ' +
    '{amount} in all, {count, plural, one {is} other {are}} left out: it is no everyday spending. Your plan has no account that it ' +
    'clearly goes to; add that under Accounts, so that it is planned.',
  'everyday.found.on': 'Everyday spending from {account}',
  'everyday.found.range': 'between {low} and {high} in most weeks',
  'everyday.found.rest': 'What leaves day by day and is none of the kinds named here.',
  'everyday.found.take': 'Plan it',
  'everyday.found.take_all': 'Plan all of it',
  'everyday.found.take_change': 'Plan {amount} instead',
  'everyday.found.take_named': '{press}: {name}, {amount} a week',
  'everyday.found.week': 'Week from {day}',
  'everyday.found.weeks': 'Week by week',
  'everyday.found.weeks_of': '{name}, week by week',
  'everyday.known_until': 'What was spent is known until {day}. What is past since counts as planned.',
  'everyday.left': 'Left',
  'everyday.left_of': '{name}, left',
  'everyday.line.as_planned': '{days}, as planned',
  'everyday.line.days': '{first} to {last}',
  'everyday.line.nothing': 'Nothing.',
  'everyday.made': 'Everyday spending in a week',
  'everyday.made.changed':
    'as you wrote it; {count, plural, one {# payment} other {# payments}} at your bank from {first} to {last} come to {told}',
  'everyday.made.lead': 'What your plan counts in the week around {day}, by kind.',
  'everyday.made.told':
    '{count, plural, one {# payment} other {# payments}} at your bank, {first} to {last}; even a very large ' +
    'purchase counts only like one expensive week',
  'everyday.made.written': 'as you wrote it',
  'everyday.month': 'Everyday spending, {month}',
  'everyday.month.after': 'Month after',
  'everyday.month.before': 'Month before',
  'everyday.month.days':
    'In this month it is planned {one, select, yes {on {first} alone} other {from {first} to {last}}}: the figures ' +
    'are of {one, select, yes {that day} other {those days}}.',
  'everyday.month.nothing': 'Nothing is planned for this month.',
  'everyday.name.eating_out': 'Eating out',
  'everyday.name.fuel': 'Fuel',
  'everyday.name.groceries': 'Groceries',
  'everyday.name.income': 'Money without a rhythm',
  'everyday.name.on': '{name}, {account}',
  'everyday.name.rest': 'Everything else',
  'everyday.not_known': 'What is past counts as planned until a file of your bank says what was spent.',
  'everyday.over': '{amount} more than planned.',
  'everyday.planned': 'Planned',
  'everyday.planned_of': '{name}, planned',
  'everyday.spent': 'Spent',
  'everyday.spent_of': '{name}, spent',
  'everyday.spent_until': 'All of it is spent until {before}. It counts again from {day}.',
  'everyday.together': 'Together',
  'everyday.weeks.level':
    '{is, select, mean {On average these weeks come to {mean}, and so does a usual week.} ' +
    'other {On average these weeks come to {mean}. A ' +
    'usual week is {level}: the dearest and the cheapest weeks count only like the ones next to them, so that a single large purchase ' +
    'or a week away does not move it.}}',
  'everyday.under': '{amount} was left over and is not carried on.',
}
