import type { Browser, FrameLocator, Locator, Page } from 'playwright-core';

/**
 * A page of a learning-management system in a window of its own, with the tool in its frame. Now and then Playwright loses a frame that
 * changes its process on the way from site to site; people see it all the same. So it is opened anew until what is waited for is there.
 */
export async function openFrame(
  browser: Browser,
  address: () => string,
  ready: (frame: FrameLocator) => Locator = (frame) => frame.getByRole('heading', { level: 1 }).first(),
): Promise<{ page: Page; frame: FrameLocator }> {
  const context = await browser.newContext({ locale: 'en', reducedMotion: 'reduce', viewport: { width: 1000, height: 900 } });
  for (let tries = 1; ; tries++) {
    const page = await context.newPage();
    page.setDefaultTimeout(60_000);
    await page.goto(address());
    const frame = page.frameLocator('#tool');
    try {
      await ready(frame).waitFor({ timeout: 20_000 });
      return { page, frame };
    } catch (error) {
      if (tries === 3) throw error;
      await page.close();
    }
  }
}
