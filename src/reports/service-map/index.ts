/** The map's sheets: what stands on what, who owns and uses it, what falls when something falls. */
export { serviceMap } from './service-map';
