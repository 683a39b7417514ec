// What hands without a mouse do.

export const tabTo = async (page, locator, most = 60) => {
  // Of the page that is on its way, if one is.
  await locator.waitFor({ state: 'attached', timeout: 15_000 });
  for (let presses = 0; presses < most; presses += 1) {
    await page.keyboard.press('Tab');
    if (await locator.evaluate((element) => element === document.activeElement)) return;
  }
  throw new Error(`not reached in ${most} presses of Tab`);
};

export const press = async (page, locator, most) => {
  await tabTo(page, locator, most);
  await page.keyboard.press('Enter');
};

export const type = async (page, locator, text) => {
  await tabTo(page, locator);
  await page.keyboard.press('Control+A');
  await page.keyboard.type(text);
};

// The option of a list, with the arrows.
export const choose = async (page, locator, value) => {
  await tabTo(page, locator);
  await page.keyboard.press('Home');
  for (let presses = 0; presses < 40; presses += 1) {
    if ((await locator.inputValue()) === value) return;
    await page.keyboard.press('ArrowDown');
  }
  throw new Error(`no option ${value}`);
};

// A file from the machine's own window, which Enter opens.
export const attach = async (page, locator, file) => {
  // Listened to well before: the browser must know it by the time that Enter comes.
  const window = page.waitForEvent('filechooser');
  await tabTo(page, locator);
  await page.keyboard.press('Enter');
  await (await window).setFiles(file);
};
