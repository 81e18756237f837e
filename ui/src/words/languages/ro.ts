/** What is said once the first screen is there. */
export default import.meta.glob<string>(['$locales/ro/*.ftl', '!$locales/ro/door.ftl'], {
  query: '?raw', import: 'default', eager: true,
});
