/** Runs one command of the operator, prints its sentence, and ends with 1 and the reason when it fails. */
export function runCommand(work: () => Promise<string>): void {
  work().then(
    (sentence) => process.stdout.write(`${sentence}\n`),
    (error: Error) => {
      process.stderr.write(`${error.message}\n`);
      process.exitCode = 1;
    },
  );
}
