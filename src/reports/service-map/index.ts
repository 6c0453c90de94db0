/** The map's sheets: what stands on what, who owns and uses it, what falls when something falls. */
export { customersAndUsersWork } from './customers-and-users';
export { impactWork } from './impact';
export { responsibilitiesWork } from './responsibilities';
export { serviceMapWork } from './service-map';
export { servicesAndOwnersWork } from './services-and-owners';
export { singlePointsWork } from './single-points';
