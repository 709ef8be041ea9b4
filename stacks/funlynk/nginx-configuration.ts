/** Headers of every response. The old X-XSS-Protection is switched off, as browsers that knew it were harmed by it. */
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'X-Frame-Options': 'DENY',
  'X-Content-Type-Options': 'nosniff',
  'X-XSS-Protection': '0',
  'Referrer-Policy': 'strict-origin-when-cross-origin',
  'Content-Security-Policy': "default-src 'self'; img-src 'self' data:; frame-ancestors 'none'",
  'Strict-Transport-Security': 'max-age=31536000; includeSubDomains',
};

const COMPRESSED_TYPES = [
  'application/javascript',
  'application/json',
  'application/rss+xml',
  'application/xml',
  'image/svg+xml',
  'text/css',
  'text/javascript',
  'text/plain',
  'text/xml',
];

/** Fields of a line of the access log, by nginx' variables; numbers stand without quotes. */
const LOG_LINE =
  '{"time":"$time_iso8601","method":"$request_method","path":"$uri","status":$status,' +
  '"bytes":$body_bytes_sent,"seconds":$request_time,"requestId":"$http_x_request_id"}';

/**
 * nginx for a single-page application: no version shown, security headers on every answer, assets cached for a
 * year, dot files refused, everything it writes below `/tmp`.
 */
export function nginxConfiguration(port: number): string {
  return `worker_processes auto;
pid /tmp/nginx.pid;
error_log /dev/stderr warn;

events {
  worker_connections 1024;
}

http {
  include /etc/nginx/mime.types;
  default_type application/octet-stream;
  log_format json escape=json '${LOG_LINE}';
  access_log /dev/stdout json;
  server_tokens off;
  sendfile on;

  client_body_temp_path /tmp/client_body;
  fastcgi_temp_path /tmp/fastcgi;
  proxy_temp_path /tmp/proxy;
  scgi_temp_path /tmp/scgi;
  uwsgi_temp_path /tmp/uwsgi;

  gzip on;
  gzip_vary on;
  gzip_min_length 1024;
  gzip_types ${COMPRESSED_TYPES.join(' ')};

${headers('  ')}

  server {
    listen ${port};
    server_name _;
    root /usr/share/nginx/html;
    index index.html;

    location = /healthz {
      access_log off;
      default_type text/plain;
      return 200 "ok";
    }

    location ~ /\\. {
      deny all;
    }

    # nginx drops inherited headers where a location adds its own, so they are repeated.
    location ~* \\.(css|gif|ico|jpe?g|js|png|svg|woff2)$ {
      expires 1y;
      add_header Cache-Control "public, immutable";
${headers('      ')}
    }

    location / {
      try_files $uri $uri/ /index.html;
    }
  }
}
`;
}

function headers(indent: string): string {
  return Object.entries(SECURITY_HEADERS)
    .map(([name, value]) => `${indent}add_header ${name} "${value}" always;`)
    .join('\n');
}
