/** Rules and their dates: the phrases of a rule, the editor, what is said of one date. */
export default {
  'schedule.and_the': '{first} and the {last}',
  'schedule.day.last':
    '{day, selectordinal, =1 {last day} =2 {second-to-last day} =3 {third-to-last day} =4 {fourth-to-last day} =5 {fifth-to-last day} ' +
    'one {#st-to-last day} two {#nd-to-last day} few {#rd-to-last day} other {#th-to-last day}}',
  'schedule.day.last_of':
    '{day, selectordinal, =1 {last day} =2 {second-to-last day} =3 {third-to-last day} =4 {fourth-to-last day} =5 {fifth-to-last day} ' +
    'one {#st-to-last day} two {#nd-to-last day} few {#rd-to-last day} other {#th-to-last day}}',
  'schedule.day.nth': '{day, selectordinal, one {#st} two {#nd} few {#rd} other {#th}}',
  'schedule.month':
    '{month, select, 1 {January} 2 {February} 3 {March} 4 {April} 5 {May} 6 {June} 7 {July} 8 {August} 9 {September} 10 {October} 11 {November} other {December}}',
  'schedule.nth': '{nth, select, 1 {first} 2 {second} 3 {third} 4 {fourth} other {fifth}}',
  'schedule.nth_last': '{nth, select, 1 {last} 2 {second-to-last} 3 {third-to-last} 4 {fourth-to-last} other {fifth-to-last}}',
  'schedule.nth_weekday': '{nth} {weekday}',
  'schedule.number':
    '{count, select, 3 {three} 4 {four} 5 {five} 6 {six} 7 {seven} 8 {eight} 9 {nine} 10 {ten} 11 {eleven} 12 {twelve} other {{count}}}',
  'schedule.rule.but': '{rule}; {exceptions}',
  'schedule.rule.daily': '{every, plural, =1 {every day} =2 {every second day} other {every {number} days}}',
  'schedule.rule.each_month': 'on the {days} of every month',
  'schedule.rule.each_month_to_end': 'on the {days} of every month',
  'schedule.rule.monthly':
    '{every, plural, =1 {every month on the {days}} =2 {every second month on the {days}} other {every {number} months on the {days}}}',
  'schedule.rule.monthly_weekday':
    '{every, plural, =1 {every month on the {days}} =2 {every second month on the {days}} other {every {number} months on the {days}}}',
  'schedule.rule.monthly_weekdays':
    '{every, plural, =1 {every month on the {days}} =2 {every second month on the {days}} other {every {number} months on the {days}}}',
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
  'schedule.rule.weekly_all': '{every, plural, =1 {every day} =2 {every second week on every day} other {every {number} weeks on every day}}',
  'schedule.rule.weekly_day': '{every, plural, =1 {every {days}} =2 {every second {days}} other {every {number} weeks on {days}}}',
  'schedule.rule.weekly_days': '{every, plural, =1 {every {days}} =2 {every second week on {days}} other {every {number} weeks on {days}}}',
  'schedule.rule.weekly_working':
    '{every, plural, =1 {every weekday} =2 {every second week on Monday to Friday} other {every {number} weeks on Monday to Friday}}',
  'schedule.rule.where_there_is': '{days, plural, other {where there is one}}',
  'schedule.rule.yearly':
    '{every, plural, =1 {every year on the {days} of {month}} =2 {every second year on the {days} of {month}} other {every {number} years on the {days} of {month}}}',
  'schedule.rule.yearly_to_end':
    '{every, plural, =1 {every year on the {days} of {month}} =2 {every second year on the {days} of {month}} other {every {number} years on the {days} of {month}}}',
  'schedule.rule.yearly_weekdays':
    '{every, plural, =1 {every year on the {days} of {month}} =2 {every second year on the {days} of {month}} other {every {number} years on the {days} of {month}}}',
  'schedule.weekday': '{day, select, MO {Monday} TU {Tuesday} WE {Wednesday} TH {Thursday} FR {Friday} SA {Saturday} other {Sunday}}',
}
