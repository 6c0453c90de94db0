/**
 * Words of sources that have one meaning. What stands here is taken without asking; every other word is
 * asked about, never guessed.
 */
import { looseName } from '../../names';
import { type Place, PLACES } from './draft';

/**
 * How one thing hangs on another. The descriptors are those of ServiceNow's relationship types, whose
 * documentation says which end is touched by a failure of the other (*CI relationships in the CMDB*):
 * software runs on hardware, a resource is hosted on its host, a machine is virtualised by its
 * hypervisor, a consumer uses what it depends on; and plain English forms of the same. Not here, so
 * asked about: *Contains*, *Members*, *Connects to*, *Manages*, *Owns*, *Sends data to*,
 * *Provides*, *Impacts* and the like, after which one end may fail and leave the other as it was.
 */
const NEEDS = ['Depends on', 'Dependent on', 'Runs on', 'Hosted on', 'Is hosted on', 'Virtualized by', 'Virtualised by', 'Uses', 'Requires', 'Needs', 'Relies on', 'Powered by', 'Consumes'];
const NEEDED_BY = ['Used by', 'Is used by', 'Runs', 'Hosts', 'Virtualizes', 'Virtualises', 'Required by', 'Is required by', 'Needed by', 'Dependency of', 'Is dependency of', 'Is depended on by', 'Powers', 'Consumed by'];

const DIRECTIONS: ReadonlyMap<string, Direction> = new Map([...NEEDS.map((word) => [looseName(word), 'needs'] as const), ...NEEDED_BY.map((word) => [looseName(word), 'is needed by'] as const)]);

/** What the first of two things is to the second. */
export type Direction = 'needs' | 'is needed by';

const other: Readonly<Record<Direction, Direction>> = { needs: 'is needed by', 'is needed by': 'needs' };

/**
 * What a relationship type says of its first end; null: nothing that is clear. A type of two
 * descriptors says it from both ends, and both have to agree where both are known.
 *
 * @example directionOf('Runs on::Runs') // 'needs'
 * @example directionOf('Used by::Depends on') // 'is needed by'
 * @example directionOf('Contains::Contained by') // null
 */
export function directionOf(type: string): Direction | null {
  const [first = '', second, ...more] = type.split('::');
  const direction = DIRECTIONS.get(looseName(first)) ?? null;
  if (direction === null || second === undefined) return direction;
  const reverse = DIRECTIONS.get(looseName(second));
  return more.length > 0 || (reverse !== undefined && reverse !== other[direction]) ? null : direction;
}

/**
 * Classes of ServiceNow's CMDB, by label and by table, that are one section whatever the organisation.
 * Not here, so asked about: virtual machines, clusters, load balancers, *Application Server* and *Web
 * Server* (programs there, machines elsewhere), *Service*, *Application Service*.
 */
const CLASSES: Readonly<Partial<Record<Place, readonly string[]>>> = {
  Hardware: [
    'Server', 'Physical server', 'Linux Server', 'Windows Server', 'UNIX Server', 'ESX Server', 'Computer', 'Hardware', 'Network Gear', 'Switch', 'IP Switch', 'Router', 'IP Router', 'IP Firewall', 'Storage Server', 'Storage Device', 'Mass Storage Device', 'Printer', 'UPS', 'PDU', 'Rack', 'Mainframe Hardware',
    'cmdb_ci_server', 'cmdb_ci_linux_server', 'cmdb_ci_win_server', 'cmdb_ci_unix_server', 'cmdb_ci_esx_server', 'cmdb_ci_computer', 'cmdb_ci_hardware', 'cmdb_ci_netgear', 'cmdb_ci_ip_switch', 'cmdb_ci_ip_router', 'cmdb_ci_ip_firewall', 'cmdb_ci_storage_server', 'cmdb_ci_storage_device', 'cmdb_ci_msd', 'cmdb_ci_printer', 'cmdb_ci_ups', 'cmdb_ci_pdu', 'cmdb_ci_rack',
  ],
  Applications: [
    'Application', 'Business Application', 'Software', 'Database', 'Database Instance', 'MSFT SQL Instance', 'Oracle Instance', 'MySQL Instance', 'PostgreSQL Instance',
    'cmdb_ci_appl', 'cmdb_ci_business_app', 'cmdb_ci_spkg', 'cmdb_ci_app_server', 'cmdb_ci_web_server', 'cmdb_ci_database', 'cmdb_ci_db_instance', 'cmdb_ci_db_mssql_instance', 'cmdb_ci_db_ora_instance', 'cmdb_ci_db_mysql_instance', 'cmdb_ci_db_postgresql_instance', 'cmdb_ci_app_server_tomcat',
  ],
  Settings: ['Setting'],
  'Business service': ['cmdb_ci_service_business'],
};

const SECTIONS_OF: ReadonlyMap<string, Place> = new Map((Object.entries(CLASSES) as [Place, readonly string[]][]).flatMap(([place, words]) => words.map((word) => [looseName(word), place] as const)));
const AS_SAID: ReadonlyMap<string, Place> = new Map(PLACES.map((place) => [looseName(place), place]));

/** A place that is named as it is. `placeNamed('internal service') // 'Internal service'` */
export function placeNamed(word: string): Place | null {
  return AS_SAID.get(looseName(word)) ?? null;
}

/** What a class is, where that is clear; null: it is to be asked. `placeOfClass('Linux Server') // 'Hardware'` */
export function placeOfClass(className: string): Place | null {
  return placeNamed(className) ?? SECTIONS_OF.get(looseName(className)) ?? null;
}
