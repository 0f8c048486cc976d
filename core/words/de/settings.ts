import type english from '../en/settings.ts'
import type { Translated } from '../words.ts'

export default {
  'settings.account': 'Zugang',
  'settings.account.change_password': 'Passwort ändern',
  'settings.account.delete': 'Zugang löschen',
  'settings.account.delete_action': 'Zugang mit allem darin löschen',
  'settings.account.delete_lead':
    'Deine Pläne auf dem Server, ihr Verlauf, deine Tokens und Kalenderadressen verschwinden damit, und niemand kann sie ' +
    'zurückholen. Exportiere deine Pläne vorher, wenn du sie behalten willst.',
  'settings.account.set_password': 'Passwort setzen',
  'settings.account.sign_out': 'Abmelden',
  'settings.account.signed_in': 'Angemeldet als {email}.',
  'settings.account.signed_out': 'Du bist abgemeldet. In diesem Browser ist nichts mehr von deinem Zugang.',
  'settings.account.your_password': 'Dein Passwort',
  'settings.coming.all_there': 'Alle Pläne sind schon da und stimmen ganz überein. Es ist nichts zu tun.',
  'settings.coming.both': 'Beide, dieser als „{name}“',
  'settings.coming.came': 'kommt dazu',
  'settings.coming.came_as': 'kommt als „{name}“ dazu, weil der Name vergeben ist',
  'settings.coming.device': 'Der von diesem Gerät',
  'settings.coming.differs': 'ist schon da und anders',
  'settings.coming.done': '{done, number} von {all, number} erledigt',
  'settings.coming.failed': '„{name}“ ist nicht dazugekommen: {problem} Wo der Plan vorher war, ist er unverändert.',
  'settings.coming.file': 'Der aus der Datei',
  'settings.coming.here': 'Der hier',
  'settings.coming.left': '{count, plural, one {# blieb, wie er war.} other {# blieben, wie sie waren.}}',
  'settings.coming.none': 'Es gibt keinen Plan zum Mitnehmen.',
  'settings.coming.ok': 'Fertig',
  'settings.coming.on_device': 'Der auf diesem Gerät',
  'settings.coming.on_server': 'Der auf dem Server',
  'settings.coming.same': 'ist schon da, in allem gleich',
  'settings.coming.server': 'Der vom Server',
  'settings.coming.still_to_choose': 'noch {open, number} offen',
  'settings.coming.taken': '{count, plural, one {Ein Plan ist jetzt da.} other {# Pläne sind jetzt da.}}',
  'settings.coming.which':
    '{there, select, device {Der auf diesem Gerät} server {Der auf dem Server} other {Der hier}} wurde am {thereAt} geändert, ' +
    '{coming, select, device {der von diesem Gerät} server {der vom Server} other {der aus der Datei}} am {comingAt}. Welcher ' +
    'soll bleiben?',
  'settings.device': 'Dieses Gerät',
  'settings.device.ask': 'Alles hier löschen …',
  'settings.device.delete': 'Alles löschen',
  'settings.device.deleted': 'Auf diesem Gerät ist kein Plan mehr gespeichert.',
  'settings.device.export_first': 'Vorher exportieren',
  'settings.device.lead':
    'Was dieser Browser ohne Zugang aufbewahrt: seine Pläne, ihren Verlauf, die gelöschten. Pläne auf dem Server bleiben.',
  'settings.device.title': 'Alles auf diesem Gerät löschen',
  'settings.device.warning': 'Kein „Rückgängig“ holt es zurück. Ein Export vorher gibt dir eine Datei, die du wieder importieren kannst.',
  'settings.export.csv': 'Tabelle (CSV)',
  'settings.export.hledger': 'Journal (hledger)',
  'settings.export.ics': 'Kalender (ICS)',
  'settings.export.json': 'Nur dieser Plan (JSON)',
  'settings.export.lead':
    'Was in „{name}“ bevorsteht, als Datei für ein anderes Programm: Tabelle und Journal für ein Jahr, der Kalender ohne Ende, ' +
    'Kartenabrechnungen darin für zwei Jahre.',
  'settings.export.title': 'Für andere Programme',
  'settings.feeds': 'Kalenderadresse',
  'settings.feeds.lead':
    'Dein Kalenderprogramm kann die Ausgaben und Zahltage von „{name}“ zeigen. Wer die Adresse hat, kann sie lesen, also ' +
    'behandle sie wie ein Passwort; du kannst sie jederzeit widerrufen.',
  'settings.feeds.made': 'angelegt am {moment} · {used, select, yes {zuletzt gelesen am {last}} other {noch nie gelesen}}',
  'settings.feeds.make': 'Adresse anlegen',
  'settings.feeds.names_alone': 'Nur Namen und Tage',
  'settings.feeds.revoke_one': 'Die Adresse vom {moment} widerrufen',
  'settings.feeds.secret': 'Das ist die Adresse. Sie wird nur dieses eine Mal gezeigt; abonniere sie in deinem Kalenderprogramm.',
  'settings.feeds.show_amounts': 'Beträge zeigen',
  'settings.feeds.with_amounts': 'Mit Beträgen',
  'settings.files': 'Export und Import',
  'settings.files.export': 'Alle Pläne exportieren',
  'settings.files.import': 'Datei importieren',
  'settings.files.import_action': 'Importieren',
  'settings.files.lead':
    'Alle deine Pläne in einer Datei, zum Aufheben oder Mitnehmen. Der Import zeigt zuerst, was käme; nichts wird ungefragt überschrieben.',
  'settings.keeping': 'Wo deine Pläne gespeichert sind',
  'settings.keeping.local': 'Auf diesem Gerät',
  'settings.keeping.local_note':
    'In diesem Browser, ohne Zugang, auch ohne Verbindung. Niemand sonst sieht sie, und kein anderes Gerät hat sie.',
  'settings.keeping.note': 'Das Umschalten verschiebt nichts und löscht nichts: Pläne bleiben, wo sie sind, bis du sie mitnimmst.',
  'settings.keeping.server': 'Auf dem Server',
  'settings.keeping.server_note':
    'Unter deinem Zugang, auf jedem Gerät dieselben. Ohne Verbindung warten deine Änderungen hier und werden gesendet, sobald sie ' +
    'wieder da ist.',
  'settings.kept.bank_accounts': '{count, plural, one {ein aus Dateien gelesenes Konto} other {# aus Dateien gelesene Konten}}',
  'settings.kept.edits': '{count, plural, one {# nicht gesendete Änderung} other {# nicht gesendete Änderungen}}',
  'settings.language': 'Sprache',
  'settings.language.browser': 'Wie im Browser',
  'settings.language.failed':
    'Die Texte dieser Sprache konnten nicht geladen werden. Prüfe die Verbindung und versuch es noch einmal; es hat sich nichts ' +
    'geändert.',
  'settings.left.gone': 'In diesem Browser ist nichts mehr von anderen Zugängen.',
  'settings.left.note':
    '{who, select, other_account {Jemand mit einem anderen Zugang hat in diesem Browser} other {Ein Zugang, der in diesem Browser ' +
    'benutzt wurde, hat}} {kept} hinterlassen; {count, plural, one {sonst gibt es das nirgends} other {sonst gibt es sie ' +
    'nirgends}}.{hasEdits, select, yes { Melde dich mit diesem Zugang an, dann werden die Änderungen gesendet; ist er gelöscht, ' +
    'sichere sie in einer Datei.} other {}}',
  'settings.left.remove': 'Entfernen',
  'settings.left.remove_ask': '{count, plural, one {Entfernen …} other {Alle entfernen …}}',
  'settings.left.remove_title': '{kept} entfernen',
  'settings.left.remove_warning': 'Sie sind nur in diesem Browser, und kein „Rückgängig“ holt sie zurück.',
  'settings.left.save': 'Pläne in einer Datei sichern',
  'settings.left.sign_out': 'Abmelden, damit sie sich anmelden können',
  'settings.lost': 'Passwort verloren',
  'settings.lost.back': 'Zurück zur Anmeldung',
  'settings.lost.send': 'Link schicken',
  'settings.lost.sent': 'Wenn es einen Zugang mit {email} gibt, ist eine Mail mit einem Link unterwegs. Sieh auch in den Spam-Ordner.',
  'settings.move.before':
    '{count, plural, one {Ein Plan wurde schon früher mitgenommen.} other {# Pläne wurden schon früher mitgenommen.}}',
  'settings.move.keep_here': '{count, plural, one {Ihn auch hier behalten} other {Sie auch hier behalten}}',
  'settings.move.later': 'Später',
  'settings.move.moved':
    '{count, plural, one {Ein Plan ist jetzt vollständig auf dem Server und weiterhin auf diesem Gerät.} other {# Pläne sind jetzt ' +
    'vollständig auf dem Server und weiterhin auf diesem Gerät.}}',
  'settings.move.removed':
    '{count, plural, one {Ein Plan ist nicht mehr auf diesem Gerät; er ist auf dem Server.} other {# Pläne sind nicht mehr auf ' +
    'diesem Gerät; sie sind auf dem Server.}}',
  'settings.move.take_off': '{count, plural, one {Von diesem Gerät entfernen} other {Alle von diesem Gerät entfernen}}',
  'settings.move.to_device': 'Eine Kopie auf dieses Gerät holen',
  'settings.move.to_device_action': 'Kopie holen',
  'settings.move.to_device_lead':
    'Kopiert deine Pläne vom Server in diesen Browser, wo du sie ohne den Zugang nutzen kannst. Die auf dem Server bleiben.',
  'settings.move.to_server': 'Die Pläne dieses Geräts mitnehmen',
  'settings.move.to_server_action': 'Mitnehmen',
  'settings.move.to_server_lead':
    'Kopiert sie in deinen Zugang, so wie sie jetzt sind; ihr Verlauf bleibt hier. Auch auf diesem Gerät bleiben sie, bis du ' +
    'etwas anderes sagst; zweimal mitnehmen legt nichts doppelt an. Was aus Dateien von Banken gelesen wurde, geht in diesem Browser mit ' +
    'und auf keinen Server.',
  'settings.move.try_again': 'Noch einmal versuchen',
  'settings.password.changed': 'Das Passwort ist geändert.',
  'settings.password.changed.ended': 'Beendet: {what}.',
  'settings.password.changed.failed':
    'API-Tokens und Kalenderadressen ließen sich nicht beenden und gelten weiter: Widerrufe sie weiter unten.',
  'settings.password.changed.kept': 'Weiterhin in Gebrauch: {what}.',
  'settings.password.changed.nothing_else': 'Es gab keine andere Anmeldung, kein API-Token und keine Kalenderadresse.',
  'settings.password.end': 'Andere Zugriffe auf deine Pläne beenden',
  'settings.password.end.feeds': 'Alle Kalenderadressen widerrufen',
  'settings.password.end.feeds_note': 'Kalenderprogramme brauchen neue, für jeden Plan.',
  'settings.password.end.links': '{provider} trennen',
  'settings.password.end.links_note': 'Darüber kommst du nicht mehr hinein, bis du es wieder verbindest.',
  'settings.password.end.passkeys': 'Alle Passkeys entfernen',
  'settings.password.end.passkeys_note': 'Sie melden dich nicht mehr an, bis du sie neu hinzufügst.',
  'settings.password.end.sessions': 'Überall sonst abmelden',
  'settings.password.end.sessions_note': 'Andere Browser und Geräte fragen nach dem neuen Passwort.',
  'settings.password.end.tokens': 'Alle API-Tokens widerrufen',
  'settings.password.end.tokens_note': 'Deine Programme brauchen neue.',
  'settings.password.feeds': '{count, plural, one {eine Kalenderadresse} other {# Kalenderadressen}}',
  'settings.password.hide': 'Verbergen',
  'settings.password.links': 'die Verbindung mit dem Anbieter',
  'settings.password.new': 'Neues Passwort',
  'settings.password.now': 'Aktuelles Passwort',
  'settings.password.passkeys': '{count, plural, one {ein Passkey} other {# Passkeys}}',
  'settings.password.rule':
    'Mindestens {least, number} Zeichen. Gut sind ein paar Wörter, die nur du so zusammenstellst, oder ein Passwortmanager.',
  'settings.password.sessions': '{count, plural, one {eine andere Anmeldung} other {# andere Anmeldungen}}',
  'settings.password.set': 'Setzen',
  'settings.password.show': 'Zeigen',
  'settings.password.show_one': 'Zeigen: {label}',
  'settings.password.submit': 'Ändern',
  'settings.password.tokens': '{count, plural, one {ein API-Token} other {# API-Tokens}}',
  'settings.password.was_set':
    'Das Passwort ist gesetzt. Von jetzt an meldet auch dieses dich an, und vor Änderungen am Zugang wird danach gefragt.',
  'settings.proof.by_passkey':
    'Dieser Zugang hat kein Passwort. Melde dich ab und mit deinem Passkey wieder an, mit Finger, Gesicht oder PIN; das gilt dann zehn ' +
    'Minuten an seiner Stelle.',
  'settings.proof.confirm': 'Über {provider} bestätigen',
  'settings.proof.confirmed': '{provider} hat bestätigt, dass du es bist. Das gilt bis {moment}.',
  'settings.proof.confirmed_by_passkey': 'Dein Passkey hat gezeigt, dass du es bist. Das gilt bis {moment}.',
  'settings.proof.lead': 'Dieser Zugang hat kein Passwort. Zuerst muss {provider} bestätigen, dass du es bist; danach bist du wieder hier.',
  'settings.reminder': 'Wenn der Platz knapp wird, kann dieser Browser deine Pläne löschen. Exportiere sie ab und zu in eine Datei.',
  'settings.reminder.export': 'Exportieren',
  'settings.revoke': 'Widerrufen',
  'settings.secret.copied': 'Kopiert',
  'settings.secret.copy': 'Kopieren',
  'settings.secret.have_it': 'Notiert',
  'settings.sign_in': 'Anmelden',
  'settings.sign_in.by_passkey': 'Mit einem Passkey anmelden',
  'settings.sign_in.by_provider': 'Mit {provider} anmelden',
  'settings.sign_in.closed': 'Dieser Server nimmt keine neuen Zugänge an. Wer ihn betreibt, kann ihn kurz dafür öffnen.',
  'settings.sign_in.email': 'E-Mail',
  'settings.sign_in.have_account': 'Ich habe einen Zugang',
  'settings.sign_in.make': 'Zugang anlegen',
  'settings.sign_in.make_instead': 'Lieber einen Zugang anlegen',
  'settings.sign_in.no_answer':
    'Der Server antwortet gerade nicht. Prüfe die Verbindung; deine Pläne auf diesem Gerät bleiben, wie sie sind.',
  'settings.sign_in.passkeys_elsewhere': 'Mit einem Passkey meldest du dich nur unter {address} an: Browser binden ihn an diese Adresse.',
  'settings.sign_in.password': 'Passwort',
  'settings.sign_out.action': 'Entfernen und abmelden',
  'settings.sign_out.codes': 'Deine Wiederherstellungscodes siehst du nur dieses eine Mal',
  'settings.sign_out.codes_action': 'Abmelden',
  'settings.sign_out.codes_lead':
    'Sie stehen auf dieser Seite, und du hast noch nicht gesagt, dass du sie aufbewahrst. Ohne sie und ohne deine App kommt niemand ' +
    'in den Zugang. Melde dich ab, sobald du sie hast.',
  'settings.sign_out.goes': 'Das verschwindet beim Abmelden',
  'settings.sign_out.lead':
    'Nur in diesem Browser {count, plural, one {ist} other {sind}} {kept}.{hasEdits, select, yes { Bleib angemeldet, bis die ' +
    'Verbindung wieder da ist, dann werden die Änderungen gesendet.} other {}}{hasBanks, select, yes { Dateien von Banken kannst ' +
    'du wieder einlesen.} other {}}',
  'settings.tokens': 'API-Tokens',
  'settings.tokens.description': 'ihrer Beschreibung',
  'settings.tokens.last_used': '{scope, select, read {liest} other {liest und schreibt}} · zuletzt benutzt am {moment}',
  'settings.tokens.lead': 'Für eigene Programme: Sie senden ein Token anstelle deines Passworts. Was die API kann, steht in {description}.',
  'settings.tokens.make': 'Token anlegen',
  'settings.tokens.may': 'Es darf',
  'settings.tokens.may_read': 'lesen',
  'settings.tokens.may_write': 'lesen und schreiben',
  'settings.tokens.name': 'Name eines neuen Tokens',
  'settings.tokens.name_example': 'Tabelle',
  'settings.tokens.never_used': '{scope, select, read {liest} other {liest und schreibt}} · nie benutzt',
  'settings.tokens.revoke_one': '{name} widerrufen',
  'settings.tokens.revoked': 'Das Token „{name}“ ist widerrufen. Programme, die es benutzen, werden ab jetzt abgewiesen.',
  'settings.tokens.secret': 'Das ist das Token. Es wird nur dieses eine Mal gezeigt; bewahre es auf, wo du Passwörter aufbewahrst.',
} satisfies Translated<typeof english>
