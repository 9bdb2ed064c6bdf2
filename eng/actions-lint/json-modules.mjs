// The parser's package imports JSON without saying so, which Node.js refuses.
export const load = (url, context, next) => next(url, url.endsWith('.json') ? { ...context, importAttributes: { type: 'json' } } : context);
