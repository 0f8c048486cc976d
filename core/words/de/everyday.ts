/** Ausgaben im Alltag: erfragt, bei der Bank gefunden, Monat für Monat. */
import type english from '../en/everyday.ts'
import type { Translated } from '../words.ts'

export default {
  'everyday.ask': 'Wie viel geht in einer Woche ungefähr für Lebensmittel, Tanken, Essen gehen weg?',
  'everyday.ask.add': 'Mitzählen',
  'everyday.ask.decline': 'Jetzt nicht',
  'everyday.ask.done': '{amount} pro Woche gehen Tag für Tag ab. Dein tiefster Stand zählt sie mit.',
  'everyday.ask.why': 'Das geht ohne Termin weg, jeden Tag ein wenig. Ohne es sieht es besser aus, als es kommt.',
  'everyday.bill': 'Alltag',
  'everyday.category': 'Alltag',
  'everyday.found': 'Ausgaben im Alltag',
  'everyday.found.change': 'In deinem Plan mit {was}.',
  'everyday.found.done': 'Die Ausgaben im Alltag sind in deinem Plan: {amount} pro Woche.',
  'everyday.found.general': 'Du rechnest mit {was} pro Woche für alles zusammen. Daraus wird „alles Übrige“.',
  'everyday.found.in_plan': 'In deinem Plan.',
  'everyday.found.lead':
    'Was in {weeks, plural, one {der letzten Woche} other {den letzten # Wochen}} bis {last} ohne Termin wegging: {amount} pro Woche. Ein einzelner großer Kauf ändert daran nichts.',
  'everyday.found.range': 'in acht von zehn Wochen zwischen {low} und {high}',
  'everyday.found.take': 'Einplanen',
  'everyday.found.take_all': 'Alles einplanen',
  'everyday.found.take_change': '{amount} übernehmen',
  'everyday.found.take_named': '{name} einplanen, {amount} pro Woche',
  'everyday.found.week': 'Woche ab {day}',
  'everyday.found.weeks': 'Woche für Woche',
  'everyday.found.weeks_of': '{name}, Woche für Woche',
  'everyday.name.eating_out': 'Essen gehen',
  'everyday.name.fuel': 'Tanken',
  'everyday.name.groceries': 'Lebensmittel',
  'everyday.name.rest': 'Alles Übrige',
} satisfies Translated<typeof english>
