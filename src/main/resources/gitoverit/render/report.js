'use strict';
(function () {
  var table = document.querySelector('table');
  if (!table) {
    return;
  }
  var body = table.tBodies[0];
  var headers = Array.prototype.slice.call(table.tHead.rows[0].cells);
  var rows = Array.prototype.slice.call(body.rows);
  var filter = document.getElementById('filter');
  var changed = document.getElementById('changed');
  var shown = document.getElementById('shown');

  // What a cell is sorted by; null is unknown and comes last whatever the direction.
  function key(row, column) {
    var value = row.cells[column].getAttribute('data-value');
    if (value === null) {
      return null;
    }
    return /^-?\d+(\.\d+)?$/.test(value) ? Number(value) : value.toLowerCase();
  }

  function compare(a, b) {
    return typeof a === 'number' && typeof b === 'number' ? a - b : String(a).localeCompare(String(b));
  }

  function sort(column) {
    var descending = headers[column].getAttribute('aria-sort') === 'ascending';
    var keyed = rows.map(function (row, index) {
      return { row: row, key: key(row, column), index: index };
    });
    keyed.sort(function (a, b) {
      if (a.key === null || b.key === null) {
        return (a.key === null) - (b.key === null) || a.index - b.index;
      }
      return (descending ? compare(b.key, a.key) : compare(a.key, b.key)) || a.index - b.index;
    });
    keyed.forEach(function (entry) {
      body.appendChild(entry.row);
    });
    headers.forEach(function (header) {
      header.removeAttribute('aria-sort');
    });
    headers[column].setAttribute('aria-sort', descending ? 'descending' : 'ascending');
  }

  // Every word has to occur in a row.
  function choose() {
    var words = filter.value.toLowerCase().split(/\s+/);
    var count = 0;
    rows.forEach(function (row) {
      var text = row.textContent.toLowerCase();
      var fits = words.every(function (word) {
        return text.indexOf(word) >= 0;
      });
      row.hidden = !fits || (changed.checked && row.getAttribute('data-state') === 'clean');
      count += row.hidden ? 0 : 1;
    });
    shown.textContent = count === rows.length ? '' : count + ' of ' + rows.length + ' shown';
  }

  headers.forEach(function (header, column) {
    header.querySelector('button').addEventListener('click', function () {
      sort(column);
    });
  });
  filter.addEventListener('input', choose);
  changed.addEventListener('change', choose);
  document.querySelector('form').addEventListener('submit', function (event) {
    event.preventDefault();
  });
})();
