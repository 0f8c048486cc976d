import type english from '../en/schedule.ts'
import type { Translated } from '../words.ts'

export default {
  'schedule.and_the': '{first} und am {last}',
  'schedule.day.last':
    '{day, select, 1 {am Monatsletzten} 2 {am vorletzten Tag} 3 {am drittletzten Tag} 4 {am viertletzten Tag} 5 {am fünftletzten Tag} 6 {am sechstletzten Tag} ' +
    '7 {am siebtletzten Tag} 8 {am achtletzten Tag} 9 {am neuntletzten Tag} 10 {am zehntletzten Tag} 11 {am elftletzten Tag} 12 {am zwölftletzten Tag} other {am {day}.-letzten Tag}}',
  'schedule.day.last_of':
    '{day, select, 1 {am letzten Tag} 2 {am vorletzten Tag} 3 {am drittletzten Tag} 4 {am viertletzten Tag} 5 {am fünftletzten Tag} 6 {am sechstletzten Tag} ' +
    '7 {am siebtletzten Tag} 8 {am achtletzten Tag} 9 {am neuntletzten Tag} 10 {am zehntletzten Tag} 11 {am elftletzten Tag} 12 {am zwölftletzten Tag} other {am {day}.-letzten Tag}}',
  'schedule.day.nth': 'am {day}.',
  'schedule.month':
    '{month, select, 1 {Januar} 2 {Februar} 3 {März} 4 {April} 5 {Mai} 6 {Juni} 7 {Juli} 8 {August} 9 {September} 10 {Oktober} 11 {November} other {Dezember}}',
  'schedule.nth': '{nth, select, 1 {ersten} 2 {zweiten} 3 {dritten} 4 {vierten} other {fünften}}',
  'schedule.nth_last': '{nth, select, 1 {letzten} 2 {vorletzten} 3 {drittletzten} 4 {viertletzten} other {fünftletzten}}',
  'schedule.nth_weekday': '{nth} {weekday}',
  'schedule.number':
    '{count, select, 2 {zwei} 3 {drei} 4 {vier} 5 {fünf} 6 {sechs} 7 {sieben} 8 {acht} 9 {neun} 10 {zehn} 11 {elf} 12 {zwölf} other {{count}}}',
  'schedule.rule.but': '{rule}; {exceptions}',
  'schedule.rule.daily': '{every, plural, =1 {jeden Tag} other {alle {number} Tage}}',
  'schedule.rule.each_month': '{days} jedes Monats',
  'schedule.rule.each_month_to_end': 'jeden Monat {days}',
  'schedule.rule.monthly': '{every, plural, =1 {jeden Monat {days}} other {alle {number} Monate {days}}}',
  'schedule.rule.monthly_weekday': '{every, plural, =1 {jeden {days} im Monat} other {alle {number} Monate am {days}}}',
  'schedule.rule.monthly_weekdays': '{every, plural, =1 {am {days} im Monat} other {alle {number} Monate am {days}}}',
  'schedule.rule.moved': '{count} verschoben',
  'schedule.rule.once': 'einmalig am {date}',
  'schedule.rule.or_28': 'sonst am 28.',
  'schedule.rule.or_last': 'in kürzeren Monaten am Monatsletzten',
  'schedule.rule.or_last_of_february': 'im Februar am Monatsletzten',
  'schedule.rule.other_amount': '{count} mit anderem Betrag',
  'schedule.rule.shift_after': 'von einem Wochenende auf den Montag verschoben',
  'schedule.rule.shift_before': 'vor einem Wochenende auf den Freitag vorgezogen',
  'schedule.rule.skipped': '{count} ausgelassen',
  'schedule.rule.then': '{before}; ab {date} {after}',
  'schedule.rule.times': '{count, plural, =2 {zweimal} other {{count}-mal}}',
  'schedule.rule.until': 'bis {date}',
  'schedule.rule.weekly_all': '{every, plural, =1 {jeden Tag} other {alle {number} Wochen an jedem Tag}}',
  'schedule.rule.weekly_day': '{every, plural, =1 {jeden {days}} other {alle {number} Wochen am {days}}}',
  'schedule.rule.weekly_days': '{every, plural, =1 {jeden {days}} other {alle {number} Wochen am {days}}}',
  'schedule.rule.weekly_working': '{every, plural, =1 {montags bis freitags} other {alle {number} Wochen von Montag bis Freitag}}',
  'schedule.rule.where_there_is': '{days, plural, one {falls es ihn gibt} other {falls es sie gibt}}',
  'schedule.rule.yearly': '{every, plural, =1 {jährlich {days} {month}} other {alle {number} Jahre {days} {month}}}',
  'schedule.rule.yearly_to_end': '{every, plural, =1 {jährlich {days} im {month}} other {alle {number} Jahre {days} im {month}}}',
  'schedule.rule.yearly_weekdays': '{every, plural, =1 {jährlich am {days} im {month}} other {alle {number} Jahre am {days} im {month}}}',
  'schedule.weekday': '{day, select, MO {Montag} TU {Dienstag} WE {Mittwoch} TH {Donnerstag} FR {Freitag} SA {Samstag} other {Sonntag}}',
} satisfies Translated<typeof english>
