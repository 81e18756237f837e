/** Whether everything is hidden at the moment. What was modal must be made so again afterwards. */
export const curtain = $state({ down: false });
