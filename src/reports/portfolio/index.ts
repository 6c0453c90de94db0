/** The portfolio's sheets: services for the business, projects for IT and those who decide. */
export { projectPortfolioWork } from './project-portfolio';
export { servicePortfolioWork } from './service-portfolio';
