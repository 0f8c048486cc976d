/** Problems and questions of bank files. What is found in a file may come behind "Line 3:", and begins with a small letter then. */
export default {
  'bank.amount_is_not_readable': 'the amount "{text}" is none. The row was left out.',
  'bank.amount_is_not_readable.balance': ':{tag}: "{text}" is no balance. The account’s balance is not known from it.',
  'bank.amount_is_not_readable.camt': '<Amt> "{text}" is no amount. The entry was left out.',
  'bank.amount_is_not_readable.camt_direction': '<{tag}> does not say in <CdtDbtInd> whether it is CRDT or DBIT. It was left out.',
  'bank.amount_is_not_readable.camt_missing': '<{tag}> has no <Amt>. It was left out.',
  'bank.amount_is_not_readable.currency':
    'the amount "{text}" is in another currency than the others, and which is not said. The row was left out.',
  'bank.amount_is_not_readable.missing': 'the row has a date and no amount. It was left out.',
  'bank.amount_is_not_readable.mt940': ':61: the amount "{text}" is none. The transaction was left out.',
  'bank.amount_is_not_readable.ofx': '<{tag}> "{text}" of the transaction "{name}" is no amount. It was left out.',
  'bank.amount_is_not_readable.ofx_missing': 'the transaction "{name}" has no <{tag}>. It was left out.',
  'bank.amount_is_not_readable.qif': 'the amount "{text}" (T) is no amount. The transaction was left out.',
  'bank.amount_was_rounded': 'the amount "{text}" has more digits than its currency and was rounded.',
  'bank.answer_does_not_fit.columns':
    'Choose one column of dates, and one of amounts or one each of money out and money in. Payees and memos may be several, the ' +
    'others one each. The columns were taken as the file has them.',
  'bank.answer_does_not_fit.date_order':
    'The dates of this file are no days when read as “{answered, select, ymd {year, month, day} dmy {day, month, year} other {month, ' +
    'day, year}}”. They were read as “{found, select, ymd {year, month, day} dmy {day, month, year} other {month, day, year}}”.',
  'bank.answer_does_not_fit.encoding': 'There is no encoding "{encoding}". The file\'s own was used.',
  'bank.balance_does_not_agree':
    'the balance does not change by the amount here ("{text}"). A row may be missing, or a column or a sign be read wrong: look at ' +
    'the columns.',
  'bank.bank_file_is_too_large': 'This file is larger than {most, number} MiB. Export a shorter period.',
  'bank.bank_reports_an_error': 'the bank answered with an error: "{message}" ({number}). Download the file again, or ask your bank.',
  'bank.bank_reports_an_error.number': 'the bank answered with the error "{number}". Download the file again, or ask your bank.',
  'bank.currency_is_not_known': '"{currency}" is no currency. Use the three letters of ISO 4217, such as USD.',
  'bank.date_is_not_readable': 'the date "{text}" is no day of the calendar. The row was left out.',
  'bank.date_is_not_readable.booking_day':
    ':61: the value date "{text}" is no day of the calendar. The booking date {booked, day} was taken.',
  'bank.date_is_not_readable.camt': '<Ntry> has no <BookgDt> that is a day of the calendar. It was left out.',
  'bank.date_is_not_readable.missing': 'the row has an amount and no date. It was left out.',
  'bank.date_is_not_readable.mt940': ':61: the value date "{text}" is no day of the calendar. The transaction was left out.',
  'bank.date_is_not_readable.ofx': '<{tag}> "{text}" of the transaction "{name}" is no day of the calendar. It was left out.',
  'bank.date_is_not_readable.ofx_missing': 'the transaction "{name}" has no <{tag}>. It was left out.',
  'bank.date_is_not_readable.qif': 'the date "{text}" (D) is no day of the calendar. The transaction was left out.',
  'bank.entry_is_not_booked.camt':
    '{entries, plural, one {one entry is not booked yet, beginning here. A later file will have what becomes of it.} other {# entries ' +
    'are not booked yet, beginning here. A later file will have what becomes of them.}}',
  'bank.entry_is_not_booked.corrected': 'the transaction "{name}" is corrected by another and was left out.',
  'bank.entry_is_not_booked.deletes': 'the transaction "{name}" is the deletion of another and was left out.',
  'bank.entry_is_not_booked.expected':
    '{entries, plural, one {one entry is only expected (EC, ED). A later file will have what becomes of it.} other {# entries are ' +
    'only expected (EC, ED). A later file will have what becomes of them.}}',
  'bank.entry_is_not_booked.pending':
    '{rows, plural, one {one row is pending and left out. A later file will have what becomes of it.} other {# rows are pending ' +
    '(lines {lines}) and left out. A later file will have what becomes of them.}}',
  'bank.entry_is_not_booked.reverted':
    '{rows, plural, one {one row is reverted or declined and left out: no money moved.} other {# rows are reverted or declined (lines ' +
    '{lines}) and left out: no money moved.}}',
  'bank.file_ends_too_early.csv': 'the last row breaks off and was left out. Download the file again to have all of it.',
  'bank.file_ends_too_early.mt940':
    'the statement that begins on line {begins} ends without its closing balance (:62F:). Download it again to have all of it.',
  'bank.file_ends_too_early.mt940_within':
    'the statement that begins on line {begins} ends without its closing balance (:62F:) in the middle of a transaction, which was ' +
    'left out. Download it again to have all of it.',
  'bank.file_ends_too_early.ofx': 'the file ends before </OFX>. Download it again to have all of it.',
  'bank.file_ends_too_early.ofx_within':
    'the file ends before </OFX>, in the middle of a transaction, which was left out. Download it again to have all of it.',
  'bank.file_ends_too_early.qif': 'the last transaction is not ended by ^. It was left out where its amount or date may be cut off.',
  'bank.file_ends_too_early.xml': 'the file ends within <{tag}> (opened on line {opened}). Download it again to have all of it.',
  'bank.file_holds_no_transactions': 'The file holds no transactions.',
  'bank.file_holds_no_transactions.account': 'The file names its account and holds no transactions.',
  'bank.file_holds_no_transactions.balances':
    'This is a list of balances and holds no amounts. Choose your bank’s download of transactions, or say which column has the ' +
    'amounts.',
  'bank.file_holds_null_characters': 'null characters stand here, as in a damaged file. What stands around them was read.',
  'bank.file_holds_unreadable_characters': 'some characters are damaged. What could be read was.',
  'bank.file_is_nested_too_deep.tags': '<{tag}> lies within {most, number} others, deeper than any bank writes. Reading stopped here.',
  'bank.file_is_nested_too_deep.together': 'more tags belong together here than in any bank’s file ({most, number}). Reading stopped here.',
  'bank.file_is_not_a_bank_file.compressed': 'This file is compressed. Unpack it and choose what is inside.',
  'bank.file_is_not_a_bank_file.empty': 'This file is empty. Download it again.',
  'bank.file_is_not_a_bank_file.excel': 'This is an Excel workbook. Save its sheet as CSV and choose that file.',
  'bank.file_is_not_a_bank_file.pdf':
    'This is a PDF, which is for people to read. Choose OFX, CAMT, MT940, QIF or CSV where your bank offers the download.',
  'bank.file_is_not_a_bank_file.unknown':
    'This is no file of OFX, QIF, CAMT, MT940 or CSV with dates and amounts. Choose one of these where your bank offers the download.',
  'bank.file_is_not_a_bank_file.xml':
    'This is XML, and none of a bank’s statements (camt.052, 053 or 054). Choose another kind of file where your bank offers the ' +
    'download.',
  'bank.file_is_not_a_bank_file.zip':
    'This is a ZIP archive or an Excel workbook. Unpack it, or save its sheet as CSV, and choose that file.',
  'bank.file_must_not_hold_a_doctype':
    'the file defines a DOCTYPE, which no bank’s file needs and which is not read for safety. Download the file from your bank again.',
  'bank.line_is_too_long': 'this line is longer than a line of such a file can be ({most, number} characters). It was left out.',
  'bank.line_is_too_long.table': 'this line is longer than a row can be ({most, number} characters). The file was not read.',
  'bank.number_is_not_used':
    'the row has a date and "{text}" in a column that is not used, and no amount. It was left out; look whether the columns are right.',
  'bank.number_is_not_used.fee':
    'the row has "{text}" in a column of fees. It was not added to the amount; look whether your bank has a row for it.',
  'bank.quote_is_out_of_place': 'a quote opens a cell here and is not closed where the cell ends. The file was read line by line.',
  'bank.row_is_a_balance': 'this row tells a balance ("{text}") and is no transaction. It was left out.',
  'bank.row_is_a_balance.edge':
    'this row ("{text}") is the balance {side, select, before {before} other {after}} the others, to the cent, and no transaction. It ' +
    'was left out.',
  'bank.row_is_a_balance.maybe': 'this row ("{text}") may be a balance. It is left out until you say that it is none.',
  'bank.row_is_a_balance.record': 'this record tells a balance ("{text}") and is no transaction. It was left out.',
  'bank.row_is_a_balance.sum': 'this row ("{text}") is the sum of others and no transaction. It was left out.',
  'bank.row_is_not_readable': '"{date}" is no date and "{amount}" no amount. The row was left out.',
  'bank.row_is_not_readable.mt940': ':61: "{text}" is no transaction as MT940 writes them. It was left out.',
  'bank.row_is_not_readable.ofx': 'a transaction has neither a day nor an amount. It was left out.',
  'bank.row_is_not_readable.table':
    'this row stands in another table of the file, whose columns have other names. It was left out; save that table as a file of its own.',
  'bank.row_state_is_not_known.booked':
    '"{text}" in the column of states is not known. Rows with it were read as booked; look whether they are.',
  'bank.row_state_is_not_known.kind':
    '"{text}" may say that rows are not booked, or that no money moved. {rows, plural, one {One row was read as booked; look whether ' +
    'it is.} other {# rows were read as booked; look whether they are.}}',
  'bank.row_state_is_not_known.left_out':
    '"{text}" in the column of states is not known. Rows with it were left out, as others are booked; choose “Not used” for that ' +
    'column to have them.',
  'bank.row_state_is_not_known.text': '"{text}" may say that the row is not booked yet. It was read as booked; look whether it is.',
  'bank.row_state_is_not_known.undone': '"{text}" may say that no money moved. It was read as booked; look whether it is.',
  'bank.section_is_not_read': 'the part with investments (!Type:Invst) is not read. Bank, cash and card accounts are.',
  'bank.sign_is_in_doubt.name': 'only the name of the balance says that it is owed; look whether money in and money out are right.',
  'bank.sign_is_in_doubt.neither': '"{word}" beside "{amount}" says neither in nor out. The row was left out.',
  'bank.sign_is_in_doubt.ofx':
    'no amount of this statement has a sign, and "{name}" is a debit. Debits, checks, payments and fees were read as money out; look ' +
    'whether that is right.',
  'bank.sign_is_in_doubt.owed':
    'the balance rises with what is called money out here, as what is owed on a card does. The words were followed and the balance ' +
    'read as owed; look whether that is right.',
  'bank.sign_is_in_doubt.word':
    '"{word}" stands beside "{amount}". It was read as money {way, select, out {out} other {in}}, as the word says; look whether that ' +
    'is right.',
  'bank.statement_is_repeated': 'this statement of account "{account}" stands in the file twice. It is counted once.',
  'bank.tag_is_out_of_place.account': ':{tag}: "{text}" names an account a second time in one statement. It was passed over.',
  'bank.tag_is_out_of_place.closes_nothing': '</{tag}> closes nothing.',
  'bank.tag_is_out_of_place.details': ':86: the details end in the middle of a field. What stands before was read.',
  'bank.tag_is_out_of_place.instead': '</{tag}> stands where </{due}> is due (opened on line {opened}).',
  'bank.too_many_accounts': 'A file may hold {most, number} accounts; this one and those after it are left out.',
  'bank.too_many_problems': '{more, plural, one {# more problem like these is} other {# more problems like these are}} not listed.',
  'bank.too_many_transactions': 'a file may have {most, number} rows; those from here on are left out. Export a shorter period.',
}
