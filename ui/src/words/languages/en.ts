/** What is said once the first screen is there. */
export default import.meta.glob<string>(['$locales/en/*.ftl', '!$locales/en/door.ftl'], {
  query: '?raw', import: 'default', eager: true,
});
