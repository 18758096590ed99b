(function () {
  'use strict';
  var table = document.getElementById('mover-list');
  if (!table) { return; }
  var body = table.tBodies[0];
  var rows = Array.prototype.slice.call(body.rows);
  var field = document.getElementById('search');
  var found = document.getElementById('found');
  function plain(text) { return text.normalize('NFKC').toLowerCase(); }
  var texts = rows.map(function (row) { return plain(row.textContent); });
  field.closest('p').hidden = false;
  field.addEventListener('input', function () {
    var words = plain(field.value).split(/\s+/);
    var shown = 0;
    rows.forEach(function (row, place) {
      row.hidden = !words.every(function (word) { return texts[place].indexOf(word) >= 0; });
      shown += row.hidden ? 0 : 1;
    });
    found.textContent = field.value ? ' ' + shown + found.dataset.unit : '';
  });
  function key(row, column) {
    var cell = row.cells[column];
    return cell.hasAttribute('data-sort') ? cell.getAttribute('data-sort') : cell.textContent;
  }
  Array.prototype.forEach.call(table.tHead.rows[0].cells, function (heading, column) {
    // no button element: browsers do not repeat table heads on paper that hold one
    var button = document.createElement('span');
    button.setAttribute('role', 'button');
    button.tabIndex = 0;
    button.textContent = heading.textContent;
    heading.textContent = '';
    heading.appendChild(button);
    button.addEventListener('keydown', function (event) {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        button.click();
      }
    });
    button.addEventListener('click', function () {
      var down = heading.getAttribute('aria-sort') === 'ascending';
      Array.prototype.forEach.call(table.tHead.rows[0].cells, function (other) { other.removeAttribute('aria-sort'); });
      heading.setAttribute('aria-sort', down ? 'descending' : 'ascending');
      var sorted = rows.slice().sort(function (one, other) {
        var a = key(one, column);
        var b = key(other, column);
        var order = column === 1 ? Number(a) - Number(b) : a.localeCompare(b, document.documentElement.lang);
        return down ? -order : order;
      });
      sorted.forEach(function (row) { body.appendChild(row); });
    });
  });
}());
