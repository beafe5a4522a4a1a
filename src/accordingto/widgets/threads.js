// What holds the parts of one statement together on the page: a line under the text that runs from
// its first part to its last. Lines that run at the same place lie in lanes of their own.

/**
 * The lines for these marks, in the order of the text. A statement of one part needs none.
 * @param {{start: number, end: number, record?: number}[]} marks
 * @returns {{start: number, end: number, record: number, lane: number}[]}
 */
export function threadsOf(marks) {
  const parts = Map.groupBy(
    marks.filter(({ record }) => record),
    (mark) => mark.record ?? 0,
  );
  const threads = [...parts]
    .filter(([, own]) => own.length > 1)
    .map(([record, own]) => ({ record, start: Math.min(...own.map((one) => one.start)), end: Math.max(...own.map((one) => one.end)) }))
    .sort((one, other) => one.start - other.start || other.end - one.end);
  const ends = [];
  return threads.map((thread) => {
    const free = ends.findIndex((end) => end <= thread.start);
    const lane = free < 0 ? ends.length : free;
    ends[lane] = thread.end;
    return { ...thread, lane };
  });
}

/** A name of one line as it is drawn. */
export const threadKey = (thread) => [thread.start, thread.end, thread.record, thread.lane].join(" ");
