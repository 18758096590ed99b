'use strict';
(() => {
  const japanese = document.documentElement.lang === 'ja';
  const say = (en, ja) => (japanese ? ja : en);

  // A link into a closed part opens it.
  const open = () => {
    const part = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (part instanceof HTMLDetailsElement) {
      part.open = true;
      part.scrollIntoView();
    }
  };
  addEventListener('hashchange', open);
  open();
  if (matchMedia('(max-width: 56rem)').matches) {
    document.querySelector('.contents details').open = false;
  }

  document.getElementById('access').addEventListener('submit', event => event.preventDefault());

  const request = form => {
    let path = form.dataset.path;
    const query = new URLSearchParams();
    const headers = {};
    for (const field of form.querySelectorAll('[data-in]')) {
      if (field.dataset.in === 'path') {
        path = path.replace('{' + field.name + '}', encodeURIComponent(field.value));
      } else if (field.value !== '' && field.dataset.in === 'query') {
        query.set(field.name, field.value);
      } else if (field.value !== '') {
        headers[field.name] = field.value;
      }
    }
    if (form.querySelector('[name=lang]') && !query.has('lang')) {
      query.set('lang', document.documentElement.lang);
    }
    const key = document.getElementById('key').value.trim();
    if (key !== '') {
      headers.Authorization = 'Bearer ' + key;
    }
    const options = { method: form.dataset.method, headers, credentials: 'omit', cache: 'no-store' };
    const body = form.querySelector('textarea');
    if (body && body.value !== '') {
      headers['Content-Type'] = body.dataset.type;
      options.body = body.value;
    }
    return fetch(query.toString() === '' ? path : path + '?' + query, options);
  };

  const pretty = text => {
    try {
      return JSON.stringify(JSON.parse(text), null, 2);
    } catch (lines) {
      return text;
    }
  };

  const show = (output, headline, text) => {
    const line = document.createElement('p');
    line.textContent = headline;
    const body = document.createElement('pre');
    body.tabIndex = 0;
    body.textContent = text;
    output.replaceChildren(line, ...(text === '' ? [] : [body]));
  };

  for (const form of document.querySelectorAll('form.try')) {
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const output = form.querySelector('output');
      const started = performance.now();
      show(output, say('Waiting…', '応答を待っています…'), '');
      try {
        const answer = await request(form);
        const text = await answer.text();
        const type = answer.headers.get('Content-Type') ?? '';
        const took = Math.round(performance.now() - started);
        show(output, `${answer.status} · ${took} ms · ${type}`, type.includes('json') ? pretty(text) : text);
      } catch (failure) {
        show(output, say('No answer came. Is the service running?', '応答がありません。サービスが動いているか確認してください。'), String(failure));
      }
    });
  }
})();
