/**
 * SHA-256 of the text of each migration that has landed. Databases out there were made by that text: changed, it would be made
 * by nobody. A test holds the files to this list; what a database had of each is written down in it.
 */
export const checksums: Record<string, string> = {
  '0001_accounts': 'c6832116b27d9542685691486d9d6b43a993c63a6b284707e718ec68ef547038',
  '0002_planning': '6980c23f25275d127238b02a8a3e34abc654f49a2620256600167a4ef86652f8',
  '0003_time': '47d5eff2e3aa47020e12d0273d01645c0f5022058832a3685f3c5372cd05930d',
  '0004_feeds': 'd22ca12f304372d5b96a477b230562459e6690ce1c5ba41b7fa6c2bd7c748753',
  '0005_keeps_filling': '1a4ab856d28304c553491f5918b0de62358b4cdd77be1493fa54ee1c3a803d56',
  '0006_containment': 'eefa07df178a354cedc28670d4439f1a3cc7ea06f76f40204999bc03db618c85',
  '0007_purging': 'a84052adc6f7bc68a2b48672e2cbe735e3ae6fff5b4e96d7e820568093bb1aac',
  '0008_session_days': '9b585145d4cd37ecf2f2c95b43b3c07e288b12001c5ef9f6c984197770034d42',
  '0009_edit_ids': '9df98f1eb989b446aae93e63319c7902978897c7dedd388ad197b073421b20b0',
  '0010_revision_changes': '08a966d8df4fc26968c75479c4cbabf64232982f862ef25dc20ef57e8b4cacdd',
  '0011_rate_limits': '435aea0acbeb5f720f48f08c9ca03fc77f76024e40416ee5730b0ceec02efdc8',
  '0012_exceptions': '7fb7789bd33604a2927335aa7d54a0d18067601ddc9e61c04f437b0b4f9a121b',
  '0013_changes': 'f8610549c6ffcd07b49444e3a1d32b1175c3f9dfdd3264f57c99c902764f605d',
  '0014_accounts': 'f2a1263c004703512b9894a02da97d7bdac838e45d1a187f1221d922e96a810c',
  '0015_part_payments': 'b9a2a834ca5b1082041c74a027aee79666ed82f3c997a59356e9a44d4858f84c',
  '0016_account_events': '254bb5f60f679c359591a1e5babdc60ede95956a105c8b4bd289a9321be5af29',
  '0017_proofs': '5b4c568f4246039660109421b98d43072b82d1253c54cee96f5a236bb101a853',
  '0018_provider_links': 'e55e2488623cf0a1f0f6113443791d1ca574150b60a8a4e354caeeae9fd947f0',
  '0019_passkeys': 'da839c4d89549c2c937f7d48fc9be13c5885e5d090b17bd95624b90b53e6b9df',
}
