import { asProblem } from './call';
import type { Problem } from './types';

/** Seconds. */
const SHORT = 30;

/** After something wrong was typed the next try has to wait: a short wait is waited out, and then it is tried. */
export async function patiently<T>(what: () => Promise<T>, waits: (problem: Problem) => void): Promise<T> {
  for (;;) {
    try {
      return await what();
    } catch (thrown) {
      const problem = asProblem(thrown);
      if (problem.about.code !== 'too_soon' || problem.about.seconds > SHORT) throw thrown;
      waits(problem);
      const { seconds } = problem.about;
      await new Promise((done) => setTimeout(done, seconds * 1_000));
    }
  }
}
