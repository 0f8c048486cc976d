import type english from '../en/common.ts'
import type { Translated } from '../words.ts'

export default {
  'common.a_target': '{of, select, account {Ein Konto} other {Eine Ausgabe}}',
  'common.ahead': 'Voraussichtlicher Kontostand',
  'common.and': '{first} und {last}',
  'common.cancel': 'Abbrechen',
  'common.close': 'Schließen',
  'common.deleted': '„{name}“ ist gelöscht.',
  'common.dismiss': 'Hinweis schließen',
  'common.due':
    '{payday, select, none {In den nächsten 30 Tagen} other {Vor dem Zahltag am {payday}}} fällig: {amount}{bills, plural, =0 {} one { ' +
    '(# {accounts, plural, =0 {Ausgabe} other {Zahlung}}} other { (# {accounts, plural, =0 {Ausgaben} other {Zahlungen}}}}' +
    '{everyday, select, none {{bills, plural, =0 {} other {)}}} only { (Alltagsausgaben)} other { und Alltagsausgaben)}}',
  'common.due_title': 'Vor dem Zahltag fällig',
  'common.first_below': '{first}: {amount}.',
  'common.first_below_on':
    'Am {day} geht es zum ersten Mal {level, select, in_pots {ohne das Zurückgelegte unter null} below_zero {unter null} ' +
    'other {unter deinen Mindeststand}}',
  'common.hide_chart': 'Ausblenden',
  'common.how': '{what}: So kommt das zustande',
  'common.how_far': 'Zeitraum',
  'common.level':
    '{level, select, fine {} below_zero {unter null} in_pots {ohne das Zurückgelegte unter null} other {unter deinem Mindeststand}}',
  'common.lowest':
    'Tiefster Stand{until, select, none {} other { bis {until}}}: {amount} {day, select, today {heute} other {am {day}}}{end}',
  'common.lowest_end': '{level, select, fine {} other {, {how}}}.',
  'common.lowest_title': 'Tiefster Stand',
  'common.need':
    'Dir fehlen {amount}, um{until, select, none {} other { bis {until}}} über {floor, select, zero {null} other {deinem Mindeststand ' +
    'von {floor}}} zu bleiben.',
  'common.need_title': 'Was fehlt',
  'common.newer_tab': 'In einem anderen Tab ist eine neuere Version von pyNance geöffnet. Lade diese Seite neu, um weiterzumachen.',
  'common.newer_version': 'Eine neuere Version ist da. Deine Pläne bleiben, wie sie sind.',
  'common.newer_version_needed': 'Eine neuere Version ist da. Lade neu, um weiterzumachen; deine Pläne bleiben, wie sie sind.',
  'common.not_loaded': 'Dieser Teil konnte nicht geladen werden.',
  'common.notices': 'Hinweise',
  'common.older_tab': 'In einem anderen Tab ist eine ältere Version von pyNance geöffnet. Schließe ihn, um hier weiterzumachen.',
  'common.on_title': 'Am {day}',
  'common.one_moment': 'Einen Moment …',
  'common.part_missing':
    'Ein Teil des Programms konnte nicht geladen werden. Prüfe deine Verbindung und lade dann neu; deine Pläne bleiben, wie sie sind.',
  'common.place.bills': 'Ausgaben & Einnahmen',
  'common.place.bills_short': 'Ausgaben',
  'common.place.calendar': 'Kalender',
  'common.place.compare': 'Vergleich',
  'common.place.import': 'Bank',
  'common.place.more': 'Mehr',
  'common.place.plan': 'Plan',
  'common.place.settings': 'Einstellungen',
  'common.places': 'Bereiche',
  'common.plans': 'Pläne',
  'common.plans_menu': 'Pläne: öffnen, anlegen, umbenennen, duplizieren, löschen, Verlauf',
  'common.range': '{count} {unit, select, year {J} other {M}}',
  'common.range_long':
    '{unit, select, year {{count, plural, one {# Jahr} other {# Jahre}}} other {{count, plural, one {# Monat} other {# Monate}}}}',
  'common.redo': 'Wiederholen',
  'common.refused': 'Das ist so nicht möglich.',
  'common.redo_none': 'Nichts zu wiederholen',
  'common.redo_keys': 'Strg+Umschalt+Z',
  'common.reload': 'Neu laden',
  'common.saved.not_stored': 'nicht gespeichert: vor dem Schließen exportieren',
  'common.saved.not_stored_short': 'nicht gespeichert',
  'common.saved.on_device': 'gespeichert · auf diesem Gerät',
  'common.saved.on_server': 'gespeichert · auf dem Server',
  'common.saved.saving': 'wird gespeichert …',
  'common.saved.sign_in': 'anmelden',
  'common.saved.signed_out': '{edits, plural, one {# Änderung wartet} other {# Änderungen warten}} hier, bis du dich anmeldest',
  'common.saved.waiting': '{edits, plural, one {# Änderung wartet} other {# Änderungen warten}} auf die Verbindung',
  'common.saved.waiting_short': '{edits, plural, one {# wartet} other {# warten}}',
  'common.server_is':
    '{is, select, newer {Der Server hat eine neuere Version von pyNance als diese Seite.} older {Der Server hat eine ältere Version ' +
    'von pyNance als diese Seite.} other {Die Antwort des Servers war nicht zu verstehen.}} Lade neu, um weiterzumachen; deine ' +
    'Änderungen bleiben erhalten.',
  'common.show_chart': 'Diagramm anzeigen',
  'common.skip_to_plan': 'Zum Plan springen',
  'common.spend':
    'Du kannst heute {amount} ausgeben und bleibst{until, select, none {} other { bis {until}}} über {floor, select, zero {null} other ' +
    '{deinem Mindeststand von {floor}}}.',
  'common.spend_title': 'Spielraum',
  'common.starts': 'Dieser Plan beginnt am {day}.',
  'common.summary': 'Überblick',
  'common.theme': 'Darstellung',
  'common.theme.dark': 'Dunkel',
  'common.theme.light': 'Hell',
  'common.theme.system': 'Wie im System',
  'common.theme_is': 'Darstellung: {theme}',
  'common.title': '{place} · pyNance Planning',
  'common.tone': '{tone, select, failure {Das hat nicht geklappt.} other {Bitte beachte:}}',
  'common.undo': 'Rückgängig',
  'common.undo_keys': 'Strg+Z',
  'common.use_newer': 'Jetzt nutzen',
  'common.what_if': 'Was wäre, wenn …',
  'common.what_if_hint': 'In einer Kopie dieses Plans etwas ausprobieren',
  'common.whole_date': 'Gib ein vollständiges Datum an: Tag, Monat und Jahr.',
  'common.with_keys': '{what} ({keys})',
} satisfies Translated<typeof english>
