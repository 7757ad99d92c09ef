import { AxeBuilder } from '@axe-core/playwright';
import type { Page } from 'playwright-core';

/** JIS X 8341-3 AA is WCAG 2.0 A and AA; we build to 2.2 AA. */
const LEVELS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

/** What axe finds against WCAG 2.2 AA on the page as it stands, one readable line each; empty when it is clean. */
export async function checkAxe(page: Page): Promise<string[]> {
  // Legacy mode opens no second window for each page; it only leaves out frames of other origins, which we have none of.
  const { violations } = await new AxeBuilder({ page })
    .options({ resultTypes: ['violations'] })
    .setLegacyMode(true)
    .withTags(LEVELS)
    .analyze();
  return violations.flatMap(({ id, help, nodes }) =>
    nodes.map(
      ({ target, failureSummary }) =>
        `${id}: ${help} at ${target.join(' ')}: ${(failureSummary ?? '').replace(/\s+/g, ' ')}`,
    ),
  );
}
