package nl.wegwijzer.web;

import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import org.springframework.core.MethodParameter;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.support.WebDataBinderFactory;
import org.springframework.web.context.request.NativeWebRequest;
import org.springframework.web.method.support.HandlerMethodArgumentResolver;
import org.springframework.web.method.support.ModelAndViewContainer;

/** Hands {@link Here} to every page that asks for it, and takes back a cookie that cannot be read. */
@Component
class HereResolver implements HandlerMethodArgumentResolver {

  private final Visits visits;

  HereResolver(Visits visits) {
    this.visits = visits;
  }

  @Override
  public boolean supportsParameter(MethodParameter parameter) {
    return parameter.getParameterType() == Here.class;
  }

  @Override
  public Here resolveArgument(MethodParameter parameter, ModelAndViewContainer container, NativeWebRequest request,
      WebDataBinderFactory binders) {
    Here here = visits.here(request.getNativeRequest(HttpServletRequest.class));
    if (here.notices().contains(Visits.UNREADABLE)) {
      visits.forget(request.getNativeResponse(HttpServletResponse.class));
    }
    return here;
  }
}
