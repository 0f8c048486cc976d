import type english from '../en/frame.ts'
import type { Translated } from '../words.ts'

export default {
  'frame.bring': 'Pläne dieses Geräts',
  'frame.bring.later': 'Später',
  'frame.bring.outside': '{plans, plural, one {Ein Plan liegt} other {# Pläne liegen}} auf diesem Gerät, noch nicht in deinem Zugang.',
  'frame.bring_along': '{plans, plural, one {Mitnehmen} other {Mitnehmen}}',
  'frame.broken.bar': 'Die Leiste unten lässt sich nicht anzeigen: ein Fehler des Programms. Dein Plan bleibt, wie er ist.',
  'frame.broken.close': 'Schließen',
  'frame.broken.dialog': 'Dieser Dialog lässt sich nicht anzeigen: ein Fehler des Programms. Dein Plan bleibt, wie er vorher war.',
  'frame.broken.header': 'Die Leiste oben lässt sich nicht anzeigen: ein Fehler des Programms. Dein Plan bleibt, wie er ist.',
  'frame.broken.load': 'Neu laden',
  'frame.broken.notice': 'Ein Hinweis lässt sich nicht anzeigen: ein Fehler des Programms. Dein Plan bleibt, wie er ist.',
  'frame.broken.page': 'Diese Seite lässt sich nicht anzeigen',
  'frame.broken.page_what':
    'Das ist ein Fehler des Programms. Dein Plan bleibt, wie er ist. Mach deine letzte Änderung rückgängig oder lade die Seite neu; ' +
    'exportieren kannst du in den Einstellungen.',
  'frame.broken.undo': 'Letzte Änderung rückgängig machen',
  'frame.broken.without': 'Ohne den Hinweis weiter',
  'frame.ended': 'Neu anmelden',
  'frame.ended.kept':
    'Deine Anmeldung ist abgelaufen. Was du änderst, bleibt in diesem Browser und wird gesendet, sobald du dich wieder anmeldest. ' +
    'Wurde der Zugang gelöscht, kann sich niemand mehr anmelden: Exportiere dann in den Einstellungen, was du behalten willst.',
  'frame.farewell': 'Der Zugang ist gelöscht',
  'frame.farewell.account': 'Neuen Zugang anlegen',
  'frame.farewell.gone': 'Der Zugang ist gelöscht, mit allem darin. In diesem Browser erinnert nichts mehr an ihn.',
  'frame.farewell.plans': '{plans, plural, one {Ein Plan ohne Zugang liegt} other {# Pläne ohne Zugang liegen}} noch auf diesem Gerät.',
  'frame.farewell.start': 'Auf diesem Gerät neu anfangen',
  'frame.first.back': 'Zurück, ohne Zugang',
  'frame.first.bank':
    'Dateien deiner Bank werden mit einem Plan verglichen, darum kommt erst ein Plan. Ungefähr genügt: Sobald eine Datei den ' +
    'Kontostand nennt, kann der Plan damit beginnen.',
  'frame.first.every_device': 'Damit du deine Pläne auf jedem Gerät hast:',
  'frame.first.how_much': 'Wie viel ist heute auf deinem Konto?',
  'frame.first.in_browser': 'Dein Plan bleibt in diesem Browser; du brauchst keinen Zugang.',
  'frame.first.make_account': 'Zugang anlegen',
  'frame.first.moment': 'So, wie es jetzt ist; was heute noch kommt oder abgeht, gehört in den Plan.',
  'frame.first.my_plan': 'Mein Plan',
  'frame.first.on_device': '{plans, plural, one {Ein Plan liegt} other {# Pläne liegen}} auf diesem Gerät.',
  'frame.first.on_server': 'Was du planst, liegt auf dem Server, in deinem Zugang.',
  'frame.first.sample': 'Beispielplan ansehen',
  'frame.first.sign_in': 'Melde dich an',
  'frame.first.start': 'Los geht’s',
  'frame.first.start_plan': 'Plan beginnen',
  'frame.first.to_files': 'Weiter zu deinen Dateien',
  'frame.gone':
    '„{name}“ wurde anderswo gelöscht.{changes, plural, =0 {} one { Eine Änderung von hier konnte dort nicht mehr gespeichert werden.} ' +
    'other { # Änderungen von hier konnten dort nicht mehr gespeichert werden.}}',
  'frame.gone.keep': 'Als neuen Plan behalten',
  'frame.left_behind': 'Von einem anderen Zugang',
  'frame.list_not_read': 'Die Liste der Pläne konnte nicht gelesen werden. {why}',
  'frame.menu.delete': '„{name}“ löschen',
  'frame.menu.deleted': 'Gelöschte Pläne …',
  'frame.menu.device': 'Pläne dieses Geräts …',
  'frame.menu.duplicate': 'Duplizieren',
  'frame.menu.history': 'Verlauf …',
  'frame.menu.new': 'Neuer Plan …',
  'frame.menu.open': 'Öffnen',
  'frame.menu.rename': 'Umbenennen …',
  'frame.more_places': 'Weitere Bereiche',
  'frame.not_opened': 'Deine Pläne lassen sich gerade nicht öffnen',
  'frame.no_steps':
    'In diesem Plan gibt es seit dem Laden der Seite nichts rückgängig zu machen. Frühere Stände findest du im Verlauf des Plans.',
  'frame.not_undone': 'Das lässt sich jetzt nicht {direction, select, undo {rückgängig machen} other {wiederholen}}. {why}',
  'frame.not_undone.gone': 'Worum es ging, ist nicht mehr im Plan.',
  'frame.nothing_changed': 'Es wurde nichts geändert.',
  'frame.old_plans': 'Pläne einer älteren Version',
  'frame.old_plans.brought':
    '{plans, plural, one {Ein Plan aus einer älteren Version dieser Seite ist} other {# Pläne aus einer älteren Version dieser Seite ' +
    'sind}} jetzt hier. Sieh nach, ob alles da ist; die alten Daten bleiben, bis du es bestätigst.',
  'frame.old_plans.download': 'Alte Daten herunterladen',
  'frame.old_plans.right': 'Alles da',
  'frame.old_plans.unread': '{things, plural, one {Eine Angabe konnte} other {# Angaben konnten}} nicht gelesen werden',
  'frame.open_plans': '{plans, plural, one {Öffnen} other {Öffnen}}',
  'frame.out.every_device': 'Mit einem Zugang sind deine Pläne auf jedem Gerät dieselben.',
  'frame.out.newcomer': 'Planen: mit oder ohne Zugang',
  'frame.out.not_reached': 'Deine Pläne sind gerade nicht erreichbar',
  'frame.out.nothing_changed': 'Sie liegen auf dem Server, in deinem Zugang. Es wurde nichts geändert.',
  'frame.out.on_server': 'Deine Pläne liegen auf dem Server',
  'frame.out.plans': '{plans, plural, one {Ein Plan ohne Zugang liegt} other {# Pläne ohne Zugang liegen}} auf diesem Gerät.',
  'frame.out.sign_in': 'Melde dich an, um sie zu öffnen.',
  'frame.out.start': 'Auf diesem Gerät anfangen',
  'frame.out.without': 'Du kannst auch ohne Zugang planen: Dann bleibt dein Plan in diesem Browser.',
  'frame.plan_not_opened': 'Dieser Plan ließ sich nicht öffnen. {why}',
  'frame.quoted': '„{name}“',
  'frame.nothing_here': 'Unter dieser Adresse ist nichts',
  'frame.nothing_here.on': 'Zum Plan',
  'frame.nothing_here.why': 'Vielleicht fehlt ein Zeichen darin, oder die Seite ist umgezogen. Deine Pläne sind, wie sie waren.',
  'frame.refused':
    '{changes, plural, one {Eine Änderung wurde} other {# Änderungen wurden}} zurückgenommen. {named}{more, plural, =0 {} other { Und ' +
    '# weitere.}}',
  'frame.refused.lists': 'Die Listen von „{name}“',
  'frame.refused.one': '{what}: {why}',
  'frame.refused.row':
    '{collection, select, bills {Eine Ausgabe} incomes {Eine Einnahme} allocations {Eine Rücklage} goals {Ein Ziel} accounts ' +
    '{Ein Konto} other {Eine Umbuchung}}',
  'frame.sign_in': 'Anmelden',
  'frame.try_again': 'Noch einmal versuchen',
  'frame.what_if': 'Was wäre, wenn',
} satisfies Translated<typeof english>
