/** What only the screens behind the door say. */
export default import.meta.glob<string>(['$locales/ro/*.ftl', '!$locales/ro/{common,guide,unlock,vault}.ftl'], {
  query: '?raw', import: 'default', eager: true,
});
