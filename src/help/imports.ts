/** What an import makes of a service map that another tool keeps: what is taken as it stands, and what is asked. */
import { code, heading, type HelpSection, list, table, text } from './section';

/** Relationship types by what they say: the test holds them against what the import does. */
export const RELATIONSHIP_TYPES = {
  needs: ['Depends on::Used by', 'Runs on::Runs', 'Hosted on::Hosts', 'Virtualized by::Virtualizes', 'Uses::Used by', 'Requires', 'Needs', 'Relies on', 'Consumes', 'Powered by'],
  'is needed by': ['Used by::Depends on', 'Required by', 'Needed by', 'Dependency of', 'Consumed by', 'Powers'],
  asked: ['Contains::Contained by', 'Members::Member of', 'Connects to::Connected by', 'Manages::Managed by', 'Owns::Owned by', 'Sends data to::Receives data from', 'Provides::Provided by', 'any other'],
} as const;

/** Classes by the section that they are. */
export const ITEM_CLASSES = {
  Hardware: ['Server', 'Linux Server', 'Windows Server', 'ESX Server', 'Computer', 'Network Gear', 'IP Switch', 'IP Router', 'IP Firewall', 'Storage Device', 'Printer', 'UPS', 'Rack'],
  Applications: ['Application', 'Business Application', 'Software', 'Database', 'Database Instance', 'Oracle Instance'],
  asked: ['Service', 'Application Service', 'Virtual Machine Instance', 'Cluster', 'Application Server', 'any other'],
} as const;

export const IMPORTS_SECTION: HelpSection = {
  anchor: 'import-map',
  title: 'Importing a service map',
  blocks: [
    text('Import takes a map from a list, from a CMDB or from a software catalogue into `Components` and `Dependencies`; into `Services` and `Customers` where the source has them. It shows every new row before anything is written, writes all tables or none, and overwrites nothing: blank cells of rows that are there are filled, what differs is said and stays.'),
    list(
      'A name that neither the workbook nor the file has stops its row, with the nearest name that is known. Map it, leave its rows out, or keep it and say what section it is.',
      'A new name close to a known one, a circle that new rows would close (with its path) and an item that the workbook has as something else are listed to be looked at.',
      'Nothing becomes both a service and a component, and nothing depends on itself.',
      'Every thing needs a section, or is a service of a type. What is not clear is asked once for each class or type of the source, not for each row.',
    ),
    heading('Lists, such as those of SharePoint', 'import-map-list'),
    text('A row for each thing: its name under `Title`, `Name`, `Item`, `Component` or `Service`; what it is under `Section`, `Class`, `Kind` or `Type`; `Owner`, `Supplier`, `Category`, `Availability`; and other things under `Depends on` or `Used by`, customers under `Customers`. Other headings can be chosen.'),
    code('Exchange;#12;#Active directory;#7        12;#Exchange;#7;#Active directory        Exchange; Active directory'),
    text('A cell may hold several names: lookups with the number behind or before the name, choices (`;#First;#Second;#`), or a list by semicolons or line breaks. A name that is itself a number goes by the other lookups of the file; where all can be read two ways, it is asked. Of persons the name is taken.'),
    heading('Relationships of a CMDB', 'import-map-relationships'),
    text('Columns Parent, Child and Type, as ServiceNow’s `cmdb_rel_ci` has them, and the class of each end where it is exported.'),
    table(
      ['type', 'means'],
      [
        [RELATIONSHIP_TYPES.needs.join(' · '), 'the parent depends on the child'],
        [RELATIONSHIP_TYPES['is needed by'].join(' · '), 'the child depends on the parent'],
        [RELATIONSHIP_TYPES.asked.join(' · '), 'asked: one end may fail and leave the other as it was'],
      ],
    ),
    table(
      ['class', 'section'],
      [
        [ITEM_CLASSES.Hardware.join(' · '), 'Hardware'],
        [ITEM_CLASSES.Applications.join(' · '), 'Applications'],
        [ITEM_CLASSES.asked.join(' · '), 'asked'],
      ],
    ),
    heading('Backstage', 'import-map-backstage'),
    text('A `catalog-info.yaml` of one or many documents, or the JSON of the catalogue’s interface. References are completed as Backstage does, by kind and namespace; a thing is called by its title. A document that cannot be read is a problem with its line, and the others are read.'),
    table(
      ['in the catalogue', 'in the workbook'],
      [
        ['Component, API', 'a component of section Applications; `spec.type` is its category'],
        ['Resource', 'a component; its section by `spec.type`, asked where that is not clear'],
        ['System, Domain', 'asked: a service, or left out'],
        ['Group, User', 'the owner’s name'],
        ['`dependsOn`, `dependencyOf`', 'a dependency'],
        ['`consumesApis`, `providesApis`', 'the consumer depends on the API, the API on its provider'],
        ['`system`, `subcomponentOf`, `domain`', 'asked: whether the whole depends on its part, or the part on the whole'],
        ['all other kinds', 'named as not taken'],
      ],
    ),
    heading('Without the pane', 'import-map-command'),
    text('The command line asks by what to add; nothing behind the last sign leaves such rows out.'),
    code('plumbline import book.xlsx --file rel.csv --out out.xlsx --value "Type:Contains::Contained by=Parent depends on child" --value "Section:Cluster=Hardware" --value "Item:Mail gatway=Mail gateway"'),
  ],
};
