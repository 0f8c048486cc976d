import type english from '../en/paydays.ts'
import type { Translated } from '../words.ts'

export default {
  'paydays.as_begins': 'Zu Beginn, {day}',
  'paydays.aside_of': 'Zurückgelegt vom {day} bis zum nächsten Zahltag',
  'paydays.before': '{day}, bis zum ersten Zahltag',
  'paydays.column.aside': 'Zurückgelegt',
  'paydays.column.carried': 'Übertrag',
  'paydays.column.due': 'Fällig bis zum nächsten',
  'paydays.column.lands': 'Geht ein',
  'paydays.column.left': 'Bleibt',
  'paydays.column.payday': 'Zahltag',
  'paydays.due_of': 'Fällig vom {day} bis {last}',
  'paydays.lands_of': 'Geht am {day} ein',
  'paydays.left_of': 'Bleibt am Ende, {last}',
  'paydays.more': '{more, plural, one {Einen weiteren} other {# weitere}} bis {day} zeigen',
  'paydays.none': 'Bis {day} ist kein Zahltag geplant.',
  'paydays.title': 'Zahltage',
  'paydays.what': 'Jeder Zahltag trägt, was bis zum nächsten fällig ist: Ausgaben, Umbuchungen und Kartenabrechnungen.',
} satisfies Translated<typeof english>
