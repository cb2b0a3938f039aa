/** Runs `work`, one script at a time: a second click would meet the change of the first as a conflict. */
if (variables.busy) return;
await actions.setVariable('busy', true);
try {
  await work();
} finally {
  await actions.setVariable('busy', false);
}
