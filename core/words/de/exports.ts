import type english from '../en/exports.ts'
import type { Translated } from '../words.ts'

export default {
  'exports.amount': '{whole},{fraction}',
  'exports.balance': 'Kontostand',
  'exports.bill': 'Ausgabe',
  'exports.calendar':
    'Was sich wiederholt, steht hier ohne Ende{dates, select, none {} other {; Termine, die keine Kalenderregel sagen kann, bis {dates}}}' +
    '{cards, select, none {} other {; Kartenabrechnungen bis {cards}}}.',
  'exports.card_payment': 'Kartenabrechnung',
  'exports.event': '{name} {amount} {currency}',
  'exports.file': 'Plan',
  'exports.held': 'Für eine Karte bereit: {pot}',
  'exports.income': 'Einnahme',
  'exports.journal': '{name}: Vorausschau vom {from} bis zum Tag vor dem {until}, von pyNance Planning',
  'exports.released': 'Zurück aus dem Topf: {pot}',
  'exports.set_aside': 'Zurückgelegt: {pot}',
  'exports.set_aside_before': 'Vorher zurückgelegt: {pot}',
  'exports.transfer': 'Umbuchung',
} satisfies Translated<typeof english>
