/** What is said once the first screen is there. */
export default import.meta.glob<string>(['$locales/ru/*.ftl', '!$locales/ru/door.ftl'], {
  query: '?raw', import: 'default', eager: true,
});
