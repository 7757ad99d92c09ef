/** Calls `pass` again and again until it is stopped; a pass that fails is told and tried again after the pause. */
export class Repetition {
  private stopped = false;
  private readonly ended: Promise<void>;

  constructor(
    private readonly pauseMs: number,
    private readonly pass: () => Promise<void>,
    private readonly onFault: (error: unknown) => void,
  ) {
    this.ended = this.run();
  }

  /** Lets the pass in hand finish. */
  stop(): Promise<void> {
    this.stopped = true;
    return this.ended;
  }

  private async run(): Promise<void> {
    while (!this.stopped) {
      await this.pass().catch(this.onFault);
      await new Promise((resolve) => setTimeout(resolve, this.pauseMs));
    }
  }
}
