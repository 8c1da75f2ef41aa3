//! Who is really asking when a proxy stands in front. Forwarded headers are
//! believed from the configured networks only, and nobody else gets to see them.

use std::net::{IpAddr, SocketAddr};
use std::sync::Arc;

use axum::extract::{ConnectInfo, Request, State};
use axum::middleware::Next;
use axum::response::Response;
use http::{HeaderMap, HeaderName};
use ipnet::IpNet;

/// The address of the browser, as far as we can know it. Never logged.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct ClientAddr(pub IpAddr);

/// How the browser reached us.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Scheme {
    /// In the clear.
    Http,
    /// Encrypted, by us or by the proxy.
    Https,
}

/// The networks whose word about the client is taken.
#[derive(Clone, Debug, Default)]
pub struct TrustedProxies(Arc<[IpNet]>);

const FORWARDED_FOR: HeaderName = HeaderName::from_static("x-forwarded-for");
const FORWARDED_PROTO: HeaderName = HeaderName::from_static("x-forwarded-proto");
/// Headers of proxies: taken off every request, so that no code can trust them by mistake.
const OF_PROXIES: [HeaderName; 6] = [
    FORWARDED_FOR,
    FORWARDED_PROTO,
    HeaderName::from_static("x-forwarded-host"),
    HeaderName::from_static("x-forwarded-port"),
    HeaderName::from_static("x-real-ip"),
    HeaderName::from_static("forwarded"),
];

impl TrustedProxies {
    /// Trusts exactly these networks.
    pub fn new(networks: &[IpNet]) -> Self {
        Self(networks.into())
    }

    fn contains(&self, ip: IpAddr) -> bool {
        self.0.iter().any(|network| network.contains(&ip))
    }

    /// The last address in the chain that is not one of our own proxies: anything further left
    /// was written by the client itself.
    fn client(&self, peer: IpAddr, headers: &HeaderMap) -> IpAddr {
        let mut client = peer;
        for hop in hops(headers).into_iter().rev() {
            if !self.contains(client) {
                break;
            }
            match hop {
                Some(ip) => client = ip,
                None => break,
            }
        }
        client
    }
}

fn hops(headers: &HeaderMap) -> Vec<Option<IpAddr>> {
    headers
        .get_all(FORWARDED_FOR)
        .iter()
        .flat_map(|value| value.to_str().unwrap_or("?").split(','))
        .map(|hop| hop.trim().parse().ok().map(|ip: IpAddr| ip.to_canonical()))
        .collect()
}

fn scheme(headers: &HeaderMap) -> Option<Scheme> {
    let value = headers.get_all(FORWARDED_PROTO).iter().next_back()?;
    match value.to_str().ok()?.rsplit(',').next()?.trim() {
        "https" => Some(Scheme::Https),
        "http" => Some(Scheme::Http),
        _ => None,
    }
}

/// Puts [`ClientAddr`] and [`Scheme`] into the request's extensions.
pub async fn name_client(
    State(trusted): State<TrustedProxies>,
    mut request: Request,
    next: Next,
) -> Response {
    let peer = request.extensions().get::<ConnectInfo<SocketAddr>>();
    if let Some(peer) = peer.map(|peer| peer.0.ip().to_canonical()) {
        let client = trusted.client(peer, request.headers());
        let told = scheme(request.headers()).filter(|_| trusted.contains(peer));
        request.extensions_mut().insert(ClientAddr(client));
        if let Some(scheme) = told {
            request.extensions_mut().insert(scheme);
        }
    }
    for name in OF_PROXIES {
        request.headers_mut().remove(name);
    }
    next.run(request).await
}

#[cfg(test)]
mod tests {
    use super::*;

    fn client(networks: &[&str], peer: &str, forwarded: &[&str]) -> String {
        let networks: Vec<IpNet> = networks.iter().map(|n| n.parse().unwrap()).collect();
        let mut headers = HeaderMap::new();
        for value in forwarded {
            headers.append(FORWARDED_FOR, value.parse().unwrap());
        }
        let trusted = TrustedProxies::new(&networks);
        trusted.client(peer.parse().unwrap(), &headers).to_string()
    }

    #[test]
    fn without_a_trusted_proxy_the_header_says_nothing() {
        assert_eq!(client(&[], "192.0.2.1", &["198.51.100.9"]), "192.0.2.1");
        let other = client(&["10.0.0.0/8"], "192.0.2.1", &["198.51.100.9"]);
        assert_eq!(other, "192.0.2.1");
    }

    #[test]
    fn a_trusted_proxy_names_the_client() {
        let named = client(&["10.0.0.0/8"], "10.0.0.1", &["198.51.100.9"]);
        assert_eq!(named, "198.51.100.9");
    }

    #[test]
    fn what_the_client_wrote_itself_is_not_believed() {
        let one = client(&["10.0.0.0/8"], "10.0.0.1", &["203.0.113.5, 198.51.100.9"]);
        assert_eq!(one, "198.51.100.9");
        let two = client(
            &["10.0.0.0/8"],
            "10.0.0.1",
            &["203.0.113.5", "198.51.100.9, 10.0.0.2"],
        );
        assert_eq!(two, "198.51.100.9");
        assert_eq!(
            client(&["10.0.0.0/8"], "10.0.0.1", &["nonsense"]),
            "10.0.0.1"
        );
    }
}
