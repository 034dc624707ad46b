// SPDX-License-Identifier: GPL-3.0-or-later
#include "backend/gateway/http_gateway.h"

#include "backend/gateway/gateway_server.h"

namespace milepost {

Result<std::unique_ptr<HttpGateway>> HttpGateway::open(EndpointLookup endpoints, PackLookup packs,
                                                       IncomingSink sink, GatewayOptions options)
{
    auto server =
        std::make_shared<Server>(std::move(endpoints), std::move(packs), std::move(sink), std::move(options));
    if (auto listening = server->listen(); !listening) return listening.error();
    return std::unique_ptr<HttpGateway>(new HttpGateway(std::move(server)));
}

HttpGateway::HttpGateway(std::shared_ptr<Server> server)
    : m_server(std::move(server))
{
}

HttpGateway::~HttpGateway()
{
    m_server->stop();
}

std::uint16_t HttpGateway::port() const
{
    return m_server->port();
}

std::string HttpGateway::url() const
{
    return m_server->url();
}

void HttpGateway::stop()
{
    m_server->stop();
}

} // namespace milepost
