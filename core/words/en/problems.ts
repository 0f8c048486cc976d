/** Problems: what is wrong and what would do. An id is problems., the code, and where a code has several sentences, a point and which. */
export default {
  'problems.account_is_not_in_the_plan': 'This account is not in the plan. Choose another one, or the main account.',
  'problems.account_kind_does_not_fit': 'Statements and their payments are those of a card. Leave them out, or make this account a card.',
  'problems.account_kind_does_not_fit.cash': 'Cash bears no interest. Leave it out, or choose another kind of account.',
  'problems.amount_is_too_large': 'An amount lies within ±900,000,000,000,000 minor units.',
  'problems.amount_is_too_large.sum':
    'The amounts of this plan add up to more than can be counted exactly. Look less far ahead, or lower the largest amounts.',
  'problems.amount_must_be_a_whole_number': 'An amount is a whole number of minor units, such as cents.',
  'problems.amount_must_not_be_negative': 'This amount must be 0 or more.',
  'problems.amount_must_not_be_negative.fixed': 'A fixed amount must be 0 or more.',
  'problems.amount_range_is_reversed': 'The lowest amount is above the highest.',
  'problems.amount_range_needs_both_ends': 'A range has a lowest and a highest amount. Give both, or neither.',
  'problems.answer_is_not_readable':
    'The server’s answer could not be understood; it may be of another version than this page. What you changed is kept. Reload the ' +
    'page.',
  'problems.answer_is_too_large.bytes':
    'This {what, select, table {table} journal {journal} other {answer}} would come to {count, number} bytes, where one comes to ' +
    '{most, number} at most. Take fewer rows, or give them shorter names.',
  'problems.answer_is_too_large.bytes_nearer':
    'This {what, select, table {table} journal {journal} other {answer}} would come to {count, number} bytes, where one comes to ' +
    '{most, number} at most. Look less far ahead, such as until {until, day}.',
  'problems.answer_is_too_large.calendar':
    'This calendar would name {dates, number} dates, an event counted as twenty, where one names {most, number} at most. Give fewer ' +
    'dates an amount of their own, or fewer rows a schedule.',
  'problems.answer_is_too_large.list':
    'The dismissed proposals and opening pots of all your plans come to {bytes, number} bytes, where {most, number} are listed ' +
    'together. Delete plans, or empty these lists; each plan can still be read by its id.',
  'problems.answer_is_too_large.movements':
    'This {what, select, table {table} journal {journal} other {answer}} would tell of {count, number} movements, where one tells of ' +
    '{most, number} at most. Take fewer rows, or give them shorter names.',
  'problems.answer_is_too_large.movements_nearer':
    'This {what, select, table {table} journal {journal} other {answer}} would tell of {count, number} movements, where one tells of ' +
    '{most, number} at most. Look less far ahead, such as until {until, day}.',
  'problems.at_line': 'Line {line}: {text}',
  'problems.body_is_not_readable': 'The body is not JSON in UTF-8.',
  'problems.body_is_not_readable.object': 'Send a JSON object.',
  'problems.body_is_too_large': 'A body holds at most {most} bytes here.',
  'problems.body_is_too_large.chosen': 'This file is larger than a file of plans can be. Choose the .json file that an export made.',
  'problems.body_is_too_large.members': 'An object in a body has at most {most} fields here: send less at once.',
  'problems.body_is_too_large.wrong': 'This body is wrong in more places than can be told: send less at once.',
  'problems.body_is_too_large.plan_file': 'This file is larger than a file of plans can be (64 MiB).',
  'problems.body_must_be_json': 'Send the body as application/json in UTF-8.',
  'problems.change_date_is_used_twice': 'Two changes hold from this date. Put what they say into one.',
  'problems.change_has_no_dates.between':
    'No date lies between {from, day} and {until, day}, from which something else holds. Leave one of both changes out, or put it on ' +
    'another date.',
  'problems.change_has_no_dates.ended':
    'No date of this row comes on {from, day} or later. The last one is {last, day}. Leave the change out, or let the row go on.',
  'problems.change_has_no_dates.none': 'No date of this row comes on {from, day} or later. Leave the change out, or let the row go on.',
  'problems.change_needs_a_schedule':
    'What is due once, or on no day, has no later dates that could be otherwise. Let it repeat, or leave its changes out.',
  'problems.change_says_nothing': 'Say what is otherwise from this date on: an amount, a range, a due date, a schedule.',
  'problems.confidence_must_be_from_0_to_1': 'A confidence lies from 0 to 1.',
  'problems.code_is_wrong': 'This code is not right. The app shows a new one every half minute; a recovery code works once.',
  'problems.code_is_wrong.used': 'This code has been used already. Wait until the app shows the next one.',
  'problems.connection_is_down': 'The server could not be reached. Check the connection and try again.',
  'problems.connection_is_down.not_whole': 'It did not arrive whole. It is still on this device; try again.',
  'problems.connection_is_down.short': 'The server could not be reached.',
  'problems.currency_change_would_lose_digits': "{currency} can't hold these amounts exactly: {rows}. Round them first.",
  'problems.currency_is_not_known': 'Use the three letters of a currency in ISO 4217, such as USD.',
  'problems.date_must_be_a_calendar_day': 'A date is a day of the calendar, written YYYY-MM-DD.',
  'problems.email_is_not_valid': 'Write an e-mail address, such as name@example.org.',
  'problems.email_is_taken': 'There is an account with this e-mail address. Sign in, or use another address.',
  'problems.email_is_taken.link_first':
    'There is an account with this e-mail address already. Sign in to it with its password, then connect {provider} in the settings.',
  'problems.email_or_password_is_wrong': 'The e-mail address or the password is not right.',
  'problems.field_is_not_known.among': 'There is no such field here. There are {names}.',
  'problems.field_is_not_known.nearest': 'There is no such field here. The nearest there is: {name}.',
  'problems.file_is_from_a_newer_version':
    'This file was made by a newer version ({version}; this one reads up to {known}). Update, then import it again.',
  'problems.file_is_not_a_plan_file':
    'This is not a file of plans exported from pyNance Planning, or it is damaged. Choose the .json file that an export made.',
  'problems.has_the_wrong_type':
    'This must be {type, select, int {a whole number} number {a number} string {a text} boolean {true or false} array {a list} object ' +
    '{an object} record {an object} other {of another kind}}.',
  'problems.host_is_not_allowed': 'This server does not answer to that host name. Whoever runs it can add the name to ALLOWED_HOSTS.',
  'problems.id_is_taken': 'Another plan has this id. Choose a different one.',
  'problems.id_is_used_twice': 'Two rows of this list have this id. Give each its own.',
  'problems.id_is_used_twice.plans': 'Two plans of the file have the same id.',
  'problems.is_required': 'This is required.',
  'problems.is_required.field': 'A new row needs its {field}.',
  'problems.is_required.list': 'Send the whole list of {collection}, or an empty one.',
  'problems.is_required.payment': 'This is no longer in the plan.',
  'problems.is_required.plan_name': 'A plan needs a name.',
  'problems.is_required.row': 'This row is not in the plan. Add it first.',
  'problems.link_is_not_valid': 'This link no longer works: it has been used, or its time is over. Have another one sent.',
  'problems.mail_is_not_sent': 'This server sends no mail. Whoever runs it can set a new password.',
  'problems.mail_is_not_sent.confirmed': 'Your address is confirmed already.',
  'problems.merge_has_clashes':
    '{clashes, plural, one {One thing was changed in both plans. Choose which of the two stands.} other {# things were changed in ' +
    'both plans. Choose for each which of the two stands.}}',
  'problems.method_is_not_allowed': 'This path knows {methods}.',
  'problems.must_be_a_uuid': 'An id is a UUID, such as 3f2b8c1e-5a4d-4e6f-8a9b-0c1d2e3f4a5b.',
  'problems.must_be_a_uuid.idempotency_key': 'Idempotency-Key must be a UUID, another one for each edit.',
  'problems.must_be_confirmed.by_passkey':
    'Sign out, and in again by your passkey with a finger, your face or a PIN. That holds for ten minutes.',
  'problems.must_be_confirmed': 'Confirm with {provider} first that it is you. That holds for ten minutes.',
  'problems.must_be_one_of': 'This must be one of {choices}.',
  'problems.must_be_signed_in': 'Sign in first.',
  'problems.must_be_signed_in.again': 'That took too long, or too many codes were wrong. Sign in again from the start.',
  'problems.must_be_signed_in.gone': 'This account is no longer there.',
  'problems.must_be_signed_in.own_first': 'Sign out in the settings: there something of your own is asked about first.',
  'problems.must_be_signed_in.token': 'Sign in, or send a token that is still valid.',
  'problems.name_is_taken': 'Another plan has this name. Choose a different one.',
  'problems.name_is_taken.in_file': 'Two plans of the file have the same name.',
  'problems.name_is_used_twice': 'Two goals have this name. Give each its own.',
  'problems.not_allowed_with_a_token.accounts': 'Accounts are changed with a session. Leave the Authorization header out.',
  'problems.not_allowed_with_a_token.tokens': 'Tokens are made and revoked in a session. Sign in with your password.',
  'problems.not_found': 'There is nothing here.',
  'problems.not_found.calendar': 'There is no such calendar.',
  'problems.not_found.choose_plan': 'No plan is open. Choose one, or make a new one.',
  'problems.not_found.no_plan_open': 'No plan is open.',
  'problems.not_found.plan': 'There is no such plan.',
  'problems.not_found.session': 'There is no such sign-in. It may have ended already.',
  'problems.not_found.passkey': 'There is no such passkey.',
  'problems.not_found.token': 'There is no such token.',
  'problems.origin_is_not_allowed': 'This change was asked for by a page of another site.',
  'problems.origin_is_not_allowed.missing': 'A change with a cookie needs an Origin header with the address of this server.',
  'problems.part.balance': 'the balance',
  'problems.part.floor': 'the floor',
  'problems.part.more': '{count} more',
  'problems.passkey_is_not_accepted': 'This passkey was not accepted. Sign in another way, then remove it and add it again.',
  'problems.passkey_is_not_accepted.called_off':
    'That was called off, took too long, or there is no passkey for here on this device. Nothing has changed.',
  'problems.passkey_is_not_accepted.cannot': 'The browser could not do that with this device or key. Try another, or sign in another way.',
  'problems.passkey_is_not_accepted.not_made': 'The passkey that the browser made was not accepted, so nothing was added. Try once more.',
  'problems.passkey_is_not_accepted.not_offered':
    'Passkeys do not work at this address. They need https and a name, or http://localhost on this machine.',
  'problems.passkey_is_not_accepted.too_late': 'That took too long, or was begun in another browser. Begin again.',
  'problems.passkey_is_not_accepted.unknown': 'This passkey signs nobody in here. It may have been removed; sign in another way.',
  'problems.password_is_too_common':
    'This password is among the first that would be guessed: well-known words or phrases, repeats, a row of the keyboard, your e-mail ' +
    'address or the name of this program, whatever digits and signs are added. Choose a few words of your own.',
  'problems.password_is_too_long': 'A password has {most, number} characters at most.',
  'problems.password_is_too_long.this': 'A password has {most, number} characters at most; this one has {characters}.',
  'problems.password_is_too_short':
    'A password has {least} characters or more; this one has {characters}. A few words that nobody would put together are easy to ' +
    'remember.',
  'problems.password_is_wrong': 'This is not the password of your account.',
  'problems.percent_must_be_from_0_to_100': 'A percent is a whole number from 0 to 100.',
  'problems.percents_must_not_exceed_100.balance': 'The percents add up to {total}. Lower them by {over} to come to 100 at most.',
  'problems.percents_must_not_exceed_100.income':
    'The percents of each income add up to {total}. Lower them by {over} to come to 100 at most.',
  'problems.percents_must_not_exceed_100.together': 'The percents add up to more than 100. Lower them.',
  'problems.plan_is_too_large':
    'This plan would come to {bytes, number} bytes, where a plan holds {most, number}. Remove rows, or dates that have passed from ' +
    'their lists.',
  'problems.plans_are_not_related': 'Neither of these plans was branched from the other, so there is nothing to bring over.',
  'problems.projection_too_large':
    'These are {count, number} {what, select, payments {payments} dates {dates to be gone through} other {shares of paydays}}, where ' +
    '{most, number} are worked out together. Take fewer rows, or let them repeat less often and begin later.',
  'problems.projection_too_large.nearer':
    'These are {count, number} {what, select, payments {payments} dates {dates to be gone through} other {shares of paydays}}, where ' +
    '{most, number} are worked out together. Look less far ahead, such as until {until, day}.',
  'problems.provider_did_not_confirm':
    '{provider} did not confirm who you are. Begin again; if that does not help, tell whoever runs this place.',
  'problems.provider_did_not_confirm.called_off': 'Signing in at {provider} was called off. Nothing has changed.',
  'problems.provider_did_not_confirm.no_address':
    '{provider} did not tell your e-mail address, which an account here needs. Allow it there, or make an account with a password.',
  'problems.provider_did_not_confirm.not_asked': '{provider} let you through without asking. Sign out there, then confirm again.',
  'problems.provider_did_not_confirm.not_offered': 'One signs in here with a password alone.',
  'problems.provider_did_not_confirm.somebody_else':
    'You signed in at {provider} as somebody else. Sign in there as the person this account is connected with.',
  'problems.provider_did_not_confirm.too_late': 'That took too long, or was begun in another browser. Begin again.',
  'problems.provider_does_not_answer':
    '{provider} does not answer just now, or not as it should. Try again in a minute, or sign in with your password.',
  'problems.revision_is_stale': 'This plan has changed meanwhile: it is at revision {revision}. Read it again and repeat the change.',
  'problems.revision_is_stale.from':
    'The plan to bring changes over from has changed meanwhile: it is at revision {revision}. Look at them again.',
  'problems.rrule_is_not_readable.dates': 'Dates are written YYYYMMDD, several with commas between them.',
  'problems.rrule_is_not_readable.frequency': 'FREQ is DAILY, WEEKLY, MONTHLY or YEARLY.',
  'problems.rrule_is_not_readable.lines': 'Only RRULE, DTSTART, RDATE and EXDATE are read here.',
  'problems.rrule_is_not_readable.month_days': 'BYMONTHDAY is days from 1 to 31, or from -1 to -31.',
  'problems.rrule_is_not_readable.months': 'BYMONTH is months from 1 to 12.',
  'problems.rrule_is_not_readable.no_frequency': 'A rule says how often it repeats, such as FREQ=MONTHLY.',
  'problems.rrule_is_not_readable.number': '{part} is a whole number from 1 to {most, number}.',
  'problems.rrule_is_not_readable.parts': 'A rule is parts such as FREQ=MONTHLY with semicolons between them, each part once.',
  'problems.rrule_is_not_readable.places': 'BYSETPOS is places from 1 to 366, or from -1 to -366.',
  'problems.rrule_is_not_readable.two_ends': 'A rule ends by COUNT or by UNTIL, not by both.',
  'problems.rrule_is_not_readable.unknown_part': 'RFC 5545 knows no such part.',
  'problems.rrule_is_not_readable.until': 'UNTIL is a date written YYYYMMDD.',
  'problems.rrule_is_not_readable.week_start': 'WKST is a weekday such as MO.',
  'problems.rrule_is_not_readable.weekdays': 'BYDAY is weekdays such as MO, 2TU or -1FR.',
  'problems.rrule_is_too_long': 'A rule is read up to {most, number} characters.',
  'problems.rrule_part_is_not_supported.calendar': "Other calendars than the Gregorian (RSCALE) can't be kept.",
  'problems.rrule_part_is_not_supported.daily': 'By the day, a rule here names no days. Repeat it by the week or the month.',
  'problems.rrule_part_is_not_supported.days_of_years':
    "Days of all months in every second or later year can't be kept. Name the month with BYMONTH.",
  'problems.rrule_part_is_not_supported.endless':
    'This rule goes on without end and has more dates beside it than are taken from it. Keep those dates as rows of their own.',
  'problems.rrule_part_is_not_supported.exrule': "A rule that takes dates away can't be kept. Name the dates in EXDATE.",
  'problems.rrule_part_is_not_supported.mixed_days': "Weekdays and days of the month in one rule (BYDAY with BYMONTHDAY) can't be kept.",
  'problems.rrule_part_is_not_supported.nth_weekday': 'Only a rule by the month or the year names the first, second or last of a weekday.',
  'problems.rrule_part_is_not_supported.places':
    'BYSETPOS is kept for the last day of a month, a weekday such as the second Tuesday, and the workday next to a day.',
  'problems.rrule_part_is_not_supported.places_of_months': "Places counted through a year (BYSETPOS) can't be kept.",
  'problems.rrule_part_is_not_supported.places_of_year':
    "Places counted through a year (BYSETPOS) can't be kept. Name the month with BYMONTH.",
  'problems.rrule_part_is_not_supported.skip': "What to do in a month without the day (SKIP) can't be read from a rule.",
  'problems.rrule_part_is_not_supported.time_of_day': 'Dates here are whole days. Leave {part} out.',
  'problems.rrule_part_is_not_supported.two_rules': 'A bill or an income has one rule. Keep one of these.',
  'problems.rrule_part_is_not_supported.uneven_months':
    'Months are kept one a year, or as far apart as March, June, September and December.',
  'problems.rrule_part_is_not_supported.utc': 'A time in UTC does not say which day it is here. Write the days of {part} as YYYYMMDD.',
  'problems.rrule_part_is_not_supported.utc_until':
    'A time in UTC does not say which day it is here. Write the last day as UNTIL=YYYYMMDD.',
  'problems.rrule_part_is_not_supported.week_number': "Weeks counted through the year (BYWEEKNO) can't be kept.",
  'problems.rrule_part_is_not_supported.week_start': 'Weeks start on Monday here, and this rule would have other dates then.',
  'problems.rrule_part_is_not_supported.weekdays_of_year': "Weekdays counted through a year can't be kept. Name the month with BYMONTH.",
  'problems.rrule_part_is_not_supported.weekly': 'By the week, only weekdays can be named, not {part}.',
  'problems.rrule_part_is_not_supported.within_a_day': 'A rule repeats by the day at most.',
  'problems.rrule_part_is_not_supported.year_day': "Days counted through the year (BYYEARDAY) can't be kept. Name a month and its day.",
  'problems.safety_days_must_be_from_1_to_3660': 'The days ahead that are watched are a whole number from 1 to 3660.',
  'problems.schedule_count_is_not_valid': 'A schedule ends after 1 to {most, number} dates.',
  'problems.schedule_day_is_not_valid': 'A day is one of the month (1 to 31, or -1 for the last), or a weekday such as MO, 2TU or -1FR.',
  'problems.schedule_days_do_not_fit_the_unit.day': 'A rule by the day names no days. Leave them out, or repeat by the week or the month.',
  'problems.schedule_days_do_not_fit_the_unit.month':
    'By the month, name days such as 15 or -1 (the last), or weekdays such as 2TU or -1FR.',
  'problems.schedule_days_do_not_fit_the_unit.week': 'By the week, name weekdays such as MO or FR.',
  'problems.schedule_days_do_not_fit_the_unit.year':
    "By the year, name days of the due date's month such as 15 or -1 (the last), or weekdays such as 2TU or -1FR.",
  'problems.schedule_days_must_be_of_one_kind': 'Name either days of the month or weekdays, not both.',
  'problems.schedule_every_is_not_valid': 'A schedule repeats every 1 to {most} days, weeks, months or years.',
  'problems.schedule_has_no_dates': 'No day from {anchor, day} on fits this rule. Change its days, or the day on which it ends.',
  'problems.schedule_has_no_dates.later': 'No date of this rule is left from that day on.',
  'problems.schedule_has_no_dates.rule': 'No day is left of this rule.',
  'problems.schedule_has_no_such_date': "{date, day} is none of this row's dates.",
  'problems.schedule_has_no_such_date.to_pause': 'No date that is still open falls on a day from {from, day} to {to, day}.',
  'problems.schedule_names_several_days':
    'This rule names several days, and two of them would meet or change places. Move this date alone, or change the days of the rule.',
  'problems.schedule_needs_a_due_date': 'A schedule counts from the due date. Give one, or leave the schedule out.',
  'problems.schedule_would_have_other_dates.amounts': 'Dates of two amounts would change places. Move this date alone, or by less.',
  'problems.schedule_would_have_other_dates.before':
    'Dates before {date, day} would come to lie among the later ones. Move this date alone, or by less.',
  'problems.schedule_would_have_other_dates.behind':
    'Dates would come to lie behind {date, day}, from which this row is due otherwise. Move this date alone, or by less.',
  'problems.schedule_would_have_other_dates.changed_row':
    'This row is due otherwise from a date on, so its dates are not all of one kind. Move this date alone, or it and all later ones.',
  'problems.schedule_would_have_other_dates.short_months':
    'Not every month has such a day, so dates would be lost or added. Move this date alone, or change the days of the rule.',
  'problems.second_factor_is_otherwise': 'The second step has been switched on or off meanwhile. Load the page again.',
  'problems.server_is_busy': 'The server has trouble at the moment. It is tried again.',
  'problems.server_is_busy.account': 'More is being worked out for this account than is done at once. Wait a moment, then ask again.',
  'problems.server_is_busy.door': 'Too much is asked of this server at the moment. Nothing was begun. Try again in a few seconds.',
  'problems.server_is_busy.files':
    'This server has too many files open.{outcome, select, read { Try again in a moment.} unknown { It may be stored all the same: ' +
    'look before you try again.} unstored { Nothing was stored. Try again in a moment.} other {}}',
  'problems.server_is_busy.locked':
    'Other changes to the same plan are under way.{outcome, select, read { Try again in a moment.} unknown { It may be stored ' +
    'all the same: look before you try again.} unstored { Nothing was stored. Try again in a moment.} other {}}',
  'problems.server_is_busy.signing_in':
    'Too many are signing in at this moment. Nothing was tried; try again in {seconds, plural, one {a second} other {# seconds}}.',
  'problems.server_is_busy.stopping': 'This server is about to stop.',
  'problems.sign_up_is_closed': 'New accounts are not taken here. Ask whoever runs this place.',
  'problems.storage_is_full': 'This device has no room left for it. Free some space, or export your plans to a file.',
  'problems.storage_is_full.server':
    'The disk of the database is full.{outcome, select, read { Try again in a moment.} unknown { It may be stored all the same: look ' +
    'before you try again.} unstored { Nothing was stored. Try again in a moment.} other {}}',
  'problems.storage_is_not_available': 'The browser would not store it. Try again, or export your plans to a file.',
  'problems.storage_is_not_available.connections':
    'The database has no connection left.{outcome, select, read { Try again in a moment.} unknown { It may be stored all the same: ' +
    'look before you try again.} unstored { Nothing was stored. Try again in a moment.} other {}}',
  'problems.storage_is_not_available.disk':
    'The database cannot read or write its disk.{outcome, select, read { Try again in a moment.} unknown { It may be stored all the ' +
    'same: look before you try again.} unstored { Nothing was stored. Try again in a moment.} other {}}',
  'problems.storage_is_not_available.memory':
    'The database is out of memory.{outcome, select, read { Try again in a moment.} unknown { It may be stored all the same: look ' +
    'before you try again.} unstored { Nothing was stored. Try again in a moment.} other {}}',
  'problems.storage_is_not_available.newer': 'A newer version of pyNance has been opened in this browser. Reload this page to go on.',
  'problems.storage_is_not_available.no_answer':
    'The database does not answer.{outcome, select, read { Try again in a moment.} unknown { It may be stored all the same: look ' +
    'before you try again.} unstored { Nothing was stored. Try again in a moment.} other {}}',
  'problems.storage_is_not_available.private':
    'This browser keeps nothing for this page (a private window?). Export your plans before you close the tab.',
  'problems.storage_is_not_available.read_only':
    'The database takes no changes at the moment.{outcome, select, read { Try again in a moment.} unknown { It may be stored all the ' +
    'same: look before you try again.} unstored { Nothing was stored. Try again in a moment.} other {}}',
  'problems.storage_is_not_available.slow':
    'The database took too long.{outcome, select, read { Try again in a moment.} unknown { It may be stored all the same: look before ' +
    'you try again.} unstored { Nothing was stored. Try again in a moment.} other {}}',
  'problems.target_is_malformed':
    'A target is "bill:" and a bill\'s id, "savings:" and a name, or "goal:" and a name, 160 characters at most.',
  'problems.target_names_no_bill': 'This allocation goes to a bill that is not in the plan. Choose another target, or keep the bill.',
  'problems.text_is_too_long': 'This text is longer than it may be.',
  'problems.text_must_not_be_blank': 'Write at least one character here.',
  'problems.text_must_not_hold_control_characters': 'Leave out line breaks, tabs and other control characters.',
  'problems.token_is_read_only': 'This token reads, but does not write. Make one that does.',
  'problems.too_many_changes': 'A row is otherwise from at most {most, number} dates on.',
  'problems.too_many_changes.past': 'A row is otherwise from at most {most, number} dates on. Leave out those that have passed.',
  'problems.too_many_dates': 'At most {most, number} dates can be listed here.',
  'problems.too_many_dates.beside_rule': 'At most {most, number} dates are kept beside a rule.',
  'problems.too_many_dates.of_row':
    'A row says something of its own of at most {most, number} dates. Change all dates from one on instead.',
  'problems.too_many_dates.without_rule': 'A row keeps at most {most, number} dates that no rule gives.',
  'problems.too_many_feeds': 'A plan has at most {most, number} calendar addresses. Revoke one that you no longer use.',
  'problems.too_many_runs':
    'To go through this plan {runs, number} times is too much work. Ask for {most, number} runs at most, or look less far ahead.',
  'problems.too_many_plans_to_compare': 'Name two to {most, number} different plans, with commas between their ids.',
  'problems.too_many_requests': 'Too many requests. Try again in {seconds, plural, one {a second} other {# seconds}}.',
  'problems.too_many_requests.mails':
    'Enough mails have been sent for now. Look into your mailbox, its spam folder too, or try again in {minutes, plural, one {a ' +
    'minute} other {# minutes}}.',
  'problems.too_many_requests.pages': 'Too many pages listen for changes already. This one reads them when it is looked at.',
  'problems.too_many_requests.tries': 'Too many tries. Try again in {minutes, plural, one {a minute} other {# minutes}}.',
  'problems.too_many_requests.waiting': 'Your account has too many requests waiting. Nothing was begun. Try again in a few seconds.',
  'problems.too_many_rows': 'This list has more rows than a plan may hold.',
  'problems.too_many_rows.of_list':
    'A plan holds at most {most, number} {collection, select, bills {bills} incomes {incomes} allocations {allocations} accounts ' +
    '{accounts} transfers {transfers} other {goals}}.',
  'problems.too_many_scenarios':
    '{holder, select, device {This device} other {An account}} holds at most {most, number} plans, those deleted in the last {days} ' +
    'days counted.',
  'problems.too_many_passkeys': 'You have {most, number} passkeys, which is as many as there may be. Remove one that you no longer use.',
  'problems.too_many_tokens': 'You have {most, number} tokens, which is as many as there may be. Revoke one that you no longer use.',
  'problems.transfer_needs_two_accounts': 'Money moves from one account to another. Choose another one of the two.',
  'problems.transfer_needs_two_accounts.card': "A card can't be paid from itself. Choose another account.",
  'problems.typed_amount.divides_by_zero': 'This divides by zero. Change the divisor.',
  'problems.typed_amount.not_a_sum': 'Write an amount such as {example}, or a sum such as 120/3.',
  'problems.typed_amount.other_currency':
    'This plan is in {currency}, and “{sign}” is another currency. Write how much it is in {currency}.',
  'problems.typed_amount.range':
    'This is a range from {low} to {high}. Write one amount here, or give the lowest and the highest as “Range”. If you mean the ' +
    'difference, write {difference}.',
  'problems.typed_amount.too_large': 'This is more than a plan can hold. Write a smaller amount.',
  'problems.typed_amount.unclear': 'This can be {one} or {other}. Write the one you mean.',
  'problems.value_is_not_valid': 'This value is not one that can stand here.',
  'problems.value_is_not_valid.id_in_path': 'This must be the id in the path, or left out.',
  'problems.value_is_not_valid.instant': 'An instant is written in UTC with milliseconds, such as 2026-07-01T08:00:00.000Z.',
  'problems.value_is_not_valid.instant_years': 'An instant lies between the years 1970 and 9999.',
  'problems.value_is_not_valid.least': 'This must be {least} or more.',
  'problems.value_is_not_valid.longest': 'This must hold {most, number} at most.',
  'problems.value_is_not_valid.most': 'This must be {most, number} or less.',
  'problems.value_is_not_valid.not_stored': 'A value cannot be stored. Nothing was changed.',
  'problems.value_is_not_valid.own_parent': "A plan can't be its own parent. Leave parent_id out, or name another plan.",
  'problems.value_is_not_valid.spread': '{name} leaves day by day, so there is no date to set aside for.',
  'problems.value_is_not_valid.shortest': 'This must hold {least} or more.',
  'problems.ways_in_are_otherwise': 'How one signs in to this account has been changed meanwhile. Load the page again.',
  'problems.ways_in_are_otherwise.last_passkey':
    'This passkey is the only way left to sign in to your account. Set a password, or add another passkey, first.',
  'problems.ways_in_are_otherwise.passkey_there': 'This passkey is there already.',
  'problems.ways_in_are_otherwise.last': 'Only {provider} signs you in to this account. Set a password first.',
  'problems.ways_in_are_otherwise.linked': 'This account is connected with somebody at {provider} already. Disconnect that first.',
  'problems.ways_in_are_otherwise.others': 'The person you are at {provider} opens another account here already.',
  'problems.window_is_not_valid.by_day':
    'By the day a projection is told for {days} days at once. Ask for fewer (“from” and “until” say which), or by the month.',
  'problems.window_is_not_valid.by_day_none':
    'There is no day from this one on to before {until, day}. Begin earlier, or look further ahead.',
  'problems.window_is_not_valid.passed': 'This day has passed for the plan. Ask about {day, day} or a later day.',
  'problems.window_is_not_valid.starts_later': 'This plan starts on {start, day}. Look at least as far as the day after.',
  'problems.window_is_not_valid.too_far': 'A plan is looked at for {years} years from its start date at most: until {until, day}.',
  'problems.window_is_not_valid.too_old': 'This plan starts on {start, day}, more than {years} years ago. Bring it to today first.',
  'problems.work_is_too_much.memory':
    'This needed more memory than one request is given and was ended. {stored, select, unknown {It may be stored all the same: look ' +
    'before you try again.} other {Nothing was stored.}} Ask for less at once.',
  'problems.work_is_too_much.time':
    'This took longer than {seconds} seconds and was ended. {stored, select, unknown {It may be stored all the same: look before you ' +
    'try again.} other {Nothing was stored.}} Ask for less at once, or again when less is going on here.',
}
