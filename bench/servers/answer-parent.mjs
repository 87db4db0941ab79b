/**
 * The child's side of `startChild`: says that it is ready and answers commands one after the other, until the parent lets go.
 * Every child tells its CPU time.
 * @param {unknown} ready
 * @param {Record<string, (argument: any) => unknown>} commands
 */
export function answerParent(ready, commands = {}) {
  const known = { cpu: cpuMicros, ...commands };
  process.on('message', ({ id, command, argument }) => {
    Promise.resolve()
      .then(() => known[command](argument))
      .then(
        (result) => process.send({ id, result }),
        (error) => process.send({ id, error: error.stack ?? String(error) }),
      );
  });
  process.once('disconnect', () => process.exit(0));
  process.send({ id: 'ready', result: ready });
}

function cpuMicros() {
  const { user, system } = process.cpuUsage();
  return user + system;
}
