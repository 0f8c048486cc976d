/** Rules and their dates: the phrases of a rule, the editor, what is said of one date. */
export default {
  'schedule.and_the': '{first} and the {last}',
  'schedule.date.amount': 'Amount',
  'schedule.date.as_ruled': 'As the rule has it',
  'schedule.date.back': 'Back to the dates',
  'schedule.date.counted':
    '{collection, select, incomes {Is it in your balance already?} transfers {Do your balances have it already?} other {Is it off your ' +
    'balance already?}}',
  'schedule.date.counted.no': '{collection, select, incomes {No, add it} transfers {No, move it} other {No, take it off}}',
  'schedule.date.counted.yes': '{collection, select, incomes {Yes, it is in it} transfers {Yes, they have it} other {Yes, it is off it}}',
  'schedule.date.day': 'Day',
  'schedule.date.scope': 'Day and amount are for',
  'schedule.date.scope.all': 'all of them',
  'schedule.date.scope.later': 'this one and all later ones',
  'schedule.date.scope.this': 'this date alone',
  'schedule.date.state.due': '{collection, select, incomes {comes in} other {is due}}',
  'schedule.date.state.ended': 'and all later ones are no more',
  'schedule.date.state.paid': '{collection, select, incomes {is received} transfers {is made} other {is paid}}',
  'schedule.date.state.skipped': 'is skipped',
  'schedule.date.this': 'This date',
  'schedule.dates.another': 'Another date',
  'schedule.dates.last': 'The last {count, plural, one {date} other {# dates}}',
  'schedule.dates.next': 'The next {count} dates, up to {last}',
  'schedule.dates.none': '{date} is none of its dates.',
  'schedule.dates.none_nearest': '{date} is none of its dates. The nearest:',
  'schedule.dates.none_to_come': 'No date is still to come.',
  'schedule.dates.only': 'The date',
  'schedule.dates.show': 'Show',
  'schedule.day.last':
    '{day, selectordinal, =1 {last day} =2 {second-to-last day} =3 {third-to-last day} =4 {fourth-to-last day} =5 {fifth-to-last day} ' +
    'one {#st-to-last day} two {#nd-to-last day} few {#rd-to-last day} other {#th-to-last day}}',
  'schedule.day.last_of':
    '{day, selectordinal, =1 {last day} =2 {second-to-last day} =3 {third-to-last day} =4 {fourth-to-last day} =5 {fifth-to-last day} ' +
    'one {#st-to-last day} two {#nd-to-last day} few {#rd-to-last day} other {#th-to-last day}}',
  'schedule.day.nth': '{day, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
  'schedule.edit.and_day': 'and the {day}',
  'schedule.edit.another_day': 'Another day',
  'schedule.edit.date': 'Date',
  'schedule.edit.day': 'day',
  'schedule.edit.day_or_weekday': 'Day or weekday{place, plural, =0 {} other { #}}',
  'schedule.edit.days': 'Days of the month',
  'schedule.edit.ends': 'ends',
  'schedule.edit.ends.both': 'on a day, or after so many times',
  'schedule.edit.ends.count': 'after so many times',
  'schedule.edit.ends.never': 'never',
  'schedule.edit.ends.until': 'on a day',
  'schedule.edit.ends_label': 'Ends',
  'schedule.edit.every': 'Every {number} {unit}',
  'schedule.edit.every_label': 'Every how many',
  'schedule.edit.first_date': 'First date',
  'schedule.edit.how_many': 'How many times',
  'schedule.edit.last_day': 'Last day',
  'schedule.edit.leave_out': 'Leave out the {day}',
  'schedule.edit.nth': '{nth, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
  'schedule.edit.nth_last': '{nth, selectordinal, =1 {last} one {#st to last} two {#nd to last} few {#rd to last} other {#th to last}}',
  'schedule.edit.on': 'On {date}',
  'schedule.edit.on_days': 'on the {days}',
  'schedule.edit.on_days_of': 'on the {days} of {month}',
  'schedule.edit.on_weekdays': 'on',
  'schedule.edit.one_time': '{number} time',
  'schedule.edit.shorter.last': 'on the last day',
  'schedule.edit.shorter.skip': 'not at all',
  'schedule.edit.shorter_months': 'in shorter months',
  'schedule.edit.shorter_years': 'in shorter years',
  'schedule.edit.starting': 'starting {date}',
  'schedule.edit.times': '{number} times',
  'schedule.edit.unit_label': 'Days, weeks, months or years',
  'schedule.edit.units':
    '{every, plural, one {{unit, select, day {day} week {week} month {month} other {year}}} other {{unit, select, day {days} week ' +
    '{weeks} month {months} other {years}}}}',
  'schedule.edit.weekend': 'when it falls on a weekend',
  'schedule.edit.weekend.after': 'it moves to Monday',
  'schedule.edit.weekend.before': 'it moves to Friday',
  'schedule.edit.weekend.none': 'it stays there',
  'schedule.edit.weekend_label': 'On a weekend',
  'schedule.edit.which_day': 'Which day{place, plural, =0 {} other { #}}',
  'schedule.how_often': 'How often',
  'schedule.lost':
    'The new rule has no {days}{more, plural, =0 {} other { and # more}}{far, plural, =0 {} one {; # has no new date near} other {; # ' +
    'have no new date near}}. What you noted there:',
  'schedule.lost.changed': '{date} (changed)',
  'schedule.lost.keep': 'keep it, on the nearest dates',
  'schedule.lost.leave': 'leave it out',
  'schedule.lost.paid': '{date} ({collection, select, incomes {received} transfers {made} other {paid}})',
  'schedule.mark.moved': 'moved from {date}',
  'schedule.mark.own_amount': 'an amount of its own',
  'schedule.mark.paid': '{collection, select, incomes {received} transfers {made} other {paid}}',
  'schedule.mark.shifted': 'instead of {date}',
  'schedule.mark.skipped': 'skipped',
  'schedule.month':
    '{month, select, 1 {January} 2 {February} 3 {March} 4 {April} 5 {May} 6 {June} 7 {July} 8 {August} 9 {September} 10 {October} 11 ' +
    '{November} other {December}}',
  'schedule.nth': '{nth, select, 1 {first} 2 {second} 3 {third} 4 {fourth} other {fifth}}',
  'schedule.nth_last': '{nth, select, 1 {last} 2 {second-to-last} 3 {third-to-last} 4 {fourth-to-last} other {fifth-to-last}}',
  'schedule.nth_weekday': '{nth} {weekday}',
  'schedule.number':
    '{count, select, 3 {three} 4 {four} 5 {five} 6 {six} 7 {seven} 8 {eight} 9 {nine} 10 {ten} 11 {eleven} 12 {twelve} other ' +
    '{{count}}}',
  'schedule.pause': 'Pause',
  'schedule.pause.from': 'Pause from',
  'schedule.pause.from_to': 'Pause from {from} to {to}',
  'schedule.pause.none': 'No open date falls on these days.',
  'schedule.pause.skips':
    '{dates, plural, one {One date is} other {# dates are}} skipped: {days}{more, plural, =0 {} other { and # more}}.',
  'schedule.pause.skips_counted': '{skips} It still ends when it would have: of its {count} times these are left out.',
  'schedule.pause.to': 'Pause to',
  'schedule.preset.half_yearly': 'Every 6 months',
  'schedule.preset.monthly': 'Monthly',
  'schedule.preset.once': 'Once',
  'schedule.preset.quarterly': 'Quarterly',
  'schedule.preset.twice_a_month': 'Twice a month',
  'schedule.preset.two_weeks': 'Every 2 weeks',
  'schedule.preset.weekly': 'Weekly',
  'schedule.preset.yearly': 'Yearly',
  'schedule.reach': 'This rule is for',
  'schedule.reach.all': 'all dates',
  'schedule.reach.later': '{date} and later; the dates before stay as they are',
  'schedule.rule.but': '{rule}; {exceptions}',
  'schedule.rule.daily': '{every, plural, =1 {every day} =2 {every second day} other {every {number} days}}',
  'schedule.rule.each_month': 'on the {days} of every month',
  'schedule.rule.each_month_to_end': 'on the {days} of every month',
  'schedule.rule.monthly':
    '{every, plural, =1 {every month on the {days}} =2 {every second month on the {days}} other {every {number} months on the ' +
    '{days}}}',
  'schedule.rule.monthly_weekday':
    '{every, plural, =1 {every month on the {days}} =2 {every second month on the {days}} other {every {number} months on the ' +
    '{days}}}',
  'schedule.rule.monthly_weekdays':
    '{every, plural, =1 {every month on the {days}} =2 {every second month on the {days}} other {every {number} months on the ' +
    '{days}}}',
  'schedule.rule.moved': '{count} moved',
  'schedule.rule.once': 'once, on {date}',
  'schedule.rule.or_28': 'or the 28th',
  'schedule.rule.or_last': 'or the last day of a shorter month',
  'schedule.rule.or_last_of_february': 'or the last day of February',
  'schedule.rule.other_amount': '{count} with another amount',
  'schedule.rule.shift_after': 'moved to Monday after a weekend',
  'schedule.rule.shift_before': 'moved to Friday before a weekend',
  'schedule.rule.skipped': '{count} skipped',
  'schedule.rule.then': '{before}; from {date} {after}',
  'schedule.rule.times': '{count, plural, =2 {twice} other {{count} times}}',
  'schedule.rule.until': 'until {date}',
  'schedule.rule.weekly_all':
    '{every, plural, =1 {every day} =2 {every second week on every day} other {every {number} weeks on every day}}',
  'schedule.rule.weekly_day': '{every, plural, =1 {every {days}} =2 {every second {days}} other {every {number} weeks on {days}}}',
  'schedule.rule.weekly_days': '{every, plural, =1 {every {days}} =2 {every second week on {days}} other {every {number} weeks on {days}}}',
  'schedule.rule.weekly_working':
    '{every, plural, =1 {every weekday} =2 {every second week on Monday to Friday} other {every {number} weeks on Monday to Friday}}',
  'schedule.rule.where_there_is': '{days, plural, other {where there is one}}',
  'schedule.rule.yearly':
    '{every, plural, =1 {every year on the {days} of {month}} =2 {every second year on the {days} of {month}} other {every {number} ' +
    'years on the {days} of {month}}}',
  'schedule.rule.yearly_to_end':
    '{every, plural, =1 {every year on the {days} of {month}} =2 {every second year on the {days} of {month}} other {every {number} ' +
    'years on the {days} of {month}}}',
  'schedule.rule.yearly_weekdays':
    '{every, plural, =1 {every year on the {days} of {month}} =2 {every second year on the {days} of {month}} other {every {number} ' +
    'years on the {days} of {month}}}',
  'schedule.said.back': '{name} of {day} is back.',
  'schedule.said.moved': '{name} is on {day} now.',
  'schedule.said.open': '{name} of {day} is open again; your balance stays.',
  'schedule.said.open_back': '{name} of {day} is open again, and your balance is what it was before.',
  'schedule.said.paid':
    '{name} of {day} {collection, select, incomes {has arrived; {amount} is added to {account, select, main {your balance} other ' +
    '{{account}}}} ' +
    'transfers {is made; {amount} has moved} accounts {is paid; {amount} has moved} other {is paid; {amount} is taken off {account, ' +
    'select, main ' +
    '{your balance} other {{account}}}}}.',
  'schedule.said.paid_counted':
    '{name} of {day} {collection, select, incomes {has arrived; your balance stays} transfers {is made; your balances stay} accounts ' +
    '{is paid; your balances stay} other {is paid; your balance stays}}.',
  'schedule.said.skipped': '{name} of {day} is skipped.',
  'schedule.save': 'Save',
  'schedule.so': 'So: {rule}',
  'schedule.spread': 'Leaves evenly, day by day, from each of these dates to the next; what is left is spread over the days that are left.',
  'schedule.title.bills': 'When {name} is due',
  'schedule.title.incomes': 'When {name} comes in',
  'schedule.title.transfers': 'When {name} is moved',
  'schedule.unsaved': 'Your changes are not saved yet.',
  'schedule.unsaved.go_on': 'Go on writing',
  'schedule.unsaved.leave_out': 'Leave them out',
  'schedule.wants.earlier': 'Nothing comes before this date. Delete the row instead.',
  'schedule.wants.first_date': 'Give the first date; the others are counted from it.',
  'schedule.wants.last_day': 'Give the day on which it ends.',
  'schedule.wants.pause': 'Give both days of the pause, the first and the last.',
  'schedule.weekday': '{day, select, MO {Monday} TU {Tuesday} WE {Wednesday} TH {Thursday} FR {Friday} SA {Saturday} other {Sunday}}',
  'schedule.weekday.short': '{day, select, MO {Mo} TU {Tu} WE {We} TH {Th} FR {Fr} SA {Sa} other {Su}}',
}
