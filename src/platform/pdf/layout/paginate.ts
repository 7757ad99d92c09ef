import type { Flowable, Placed } from './placed.js';

export interface PageFrame {
  readonly top: number;
  readonly bottom: number;
}

/**
 * Puts the flowables on pages, top to bottom. A group held together by `keepWithNext` moves to the next page as a
 * whole unless it is higher than a page.
 */
export function paginate(flowables: readonly Flowable[], frame: PageFrame): Placed[][] {
  const pages: Placed[][] = [[]];
  let top = frame.top;
  const begin = (): void => {
    pages.push([]);
    top = frame.top;
  };
  flowables.forEach((flowable, index) => {
    const atTop = top === frame.top;
    const wanted = isHead(flowables, index) ? groupHeight(flowables, index) : flowable.height;
    const group = wanted <= frame.bottom - frame.top ? wanted : flowable.height;
    if (!atTop && (flowable.newPage || top + group > frame.bottom + 0.01)) begin();
    const onNewPage = top === frame.top;
    if (flowable.blank && onNewPage) return;
    const page = pages[pages.length - 1] ?? [];
    if (onNewPage && flowable.repeat) {
      page.push(...flowable.repeat.place(top));
      top += flowable.repeat.height;
    }
    if (flowable.atFoot) top = Math.max(top, frame.bottom - flowable.height);
    page.push(...flowable.place(top));
    top += flowable.height;
  });
  return pages.filter((page, index) => index === 0 || page.length > 0);
}

const isHead = (flowables: readonly Flowable[], index: number): boolean =>
  flowables[index]?.keepWithNext === true && flowables[index - 1]?.keepWithNext !== true;

function groupHeight(flowables: readonly Flowable[], first: number): number {
  let height = 0;
  for (let at = first; at < flowables.length; at++) {
    const flowable = flowables[at];
    if (!flowable) break;
    height += flowable.height;
    if (!flowable.keepWithNext) break;
  }
  return height;
}
